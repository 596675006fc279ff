using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Hosting.Api.Hosts;

/// <summary>
/// The engine that runs episodes, as the API sees it. A run's id is the id of its workflow instance; how an engine names a child's instance is its own
/// matter. What a method does not find it leaves alone.
/// </summary>
public interface IEpisodeHost
{
    /// <summary>Starts an episode, unless there is an instance of that id, running or ended. Of several callers, one starts it.</summary>
    /// <param name="run">The run's id.</param>
    /// <param name="input">What to run.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether this call started it.</returns>
    Task<bool> TryStartAsync(string run, EpisodeState input, CancellationToken cancellationToken);

    /// <summary>A page of episodes, without their children, in the engine's own order, which is the same for every page.</summary>
    /// <param name="limit">Most episodes of the page; at least 1.</param>
    /// <param name="after"><see cref="EpisodePage.Next"/> of the page before; none for the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException"><paramref name="after"/> is none of the engine's.</exception>
    Task<EpisodePage> ListAsync(int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Where an instance stands; nothing if there is none.</summary>
    /// <param name="run">The run's id.</param>
    /// <param name="child">A child's id within the episode, such as <see cref="EpisodeNames.IterationInstance"/>; none for the episode itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<EpisodeInstance?> FindAsync(string run, string? child, CancellationToken cancellationToken);

    /// <summary>
    /// What an episode carries from one iteration to the next: at its end, or after an iteration that is finished; nothing if there is none. An iteration that ended
    /// just now may be missing.
    /// </summary>
    /// <param name="run">The run's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<EpisodeState?> FindStateAsync(string run, CancellationToken cancellationToken);

    /// <summary>Raises an event for an instance; once this has returned, the event is durable.</summary>
    /// <param name="run">The run's id.</param>
    /// <param name="child">See <see cref="FindAsync"/>.</param>
    /// <param name="name">The event.</param>
    /// <param name="payload">What it carries.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task RaiseAsync<T>(string run, string? child, EventName<T> name, T payload, CancellationToken cancellationToken);

    /// <summary>Lets an episode and its children take no further step until <see cref="ResumeAsync"/>; work under way is finished.</summary>
    Task SuspendAsync(string run, CancellationToken cancellationToken);

    /// <summary>Lets a suspended episode and its children go on.</summary>
    Task ResumeAsync(string run, CancellationToken cancellationToken);

    /// <summary>Takes back the failure that an episode ended with: what failed is tried again, what had succeeded is kept.</summary>
    /// <returns>Whether it had failed and can be tried again.</returns>
    Task<bool> RetryAsync(string run, CancellationToken cancellationToken);

    /// <summary>Ends an episode and its children at once, without a report, and asks the workers of its jobs to stop. It may take moments until it has ended.</summary>
    Task TerminateAsync(string run, CancellationToken cancellationToken);

    /// <summary>Forgets an episode that has ended, with its children and their jobs. Its artefacts are not the engine's.</summary>
    Task PurgeAsync(string run, CancellationToken cancellationToken);
}
