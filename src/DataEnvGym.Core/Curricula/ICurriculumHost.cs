namespace DataEnvGym.Core.Curricula;

/// <summary>Where runs of curricula go on: this process, or a Durable Functions app.</summary>
public interface ICurriculumHost
{
    /// <summary>What there is of a run.</summary>
    /// <param name="run">Its id.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    Task<RunStanding> FindAsync(string run, CancellationToken cancellationToken);

    /// <summary>
    /// Starts a run, or goes on with an interrupted one, and returns at once; the workflow is <see cref="CurriculumNames.Run"/>, its instance id the run's id. Does
    /// nothing to one that is going.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Stops the start, not the run.</param>
    Task StartAsync(CurriculumRun run, CancellationToken cancellationToken);
}

/// <summary>What there is of a run.</summary>
public enum RunStanding
{
    /// <summary>Nothing of that id.</summary>
    Absent,

    /// <summary>It is going.</summary>
    Running,

    /// <summary>It was begun and nobody works on it; it can go on where it stopped.</summary>
    Interrupted,

    /// <summary>It has ended, in whatever way.</summary>
    Ended,
}
