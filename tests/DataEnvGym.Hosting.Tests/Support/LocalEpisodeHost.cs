using System.Collections.Concurrent;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Hosting.Api.Hosts;
using DataEnvGym.Local.Journal;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Hosting.Tests.Support;

/// <summary>Runs episodes with the local engine, a journal each, and behaves as the API expects of a host.</summary>
internal sealed class LocalEpisodeHost(string root, QuickLab lab) : IEpisodeHost, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, EpisodeState> inputs = new();
    private readonly ConcurrentDictionary<string, LocalLife> lives = new();
    private readonly ConcurrentDictionary<string, EpisodeRunState> marks = new();
    private readonly Lock gate = new();

    public PhaseWatch Watch { get; } = new();

    /// <summary>Throws in place of the next calls, as an engine does that cannot be reached.</summary>
    public Func<Exception?> Trouble { get; set; } = () => null;

    /// <summary>Waits until no step of an episode is taken any more.</summary>
    public Task EndAsync(string run) => lives[run].Work.WaitAsync(ApiServer.Patience);

    public Task<bool> TryStartAsync(string run, EpisodeState input, CancellationToken cancellationToken)
    {
        Check();
        lock (gate)
        {
            if (File.Exists(Folder(run).Journal))
            {
                return Task.FromResult(false);
            }

            inputs[run] = input;
            Begin(run);
            return Task.FromResult(true);
        }
    }

    public Task<EpisodePage> ListAsync(int limit, string? after, CancellationToken cancellationToken)
    {
        Check();
        if (after is not null && !RunId.TryParse(after, out _))
        {
            throw new FormatException();
        }

        var rest = RunFolders.List(root).Select(folder => folder.Name).Where(name => string.CompareOrdinal(name, after) > 0).Select(name => Find(name, null)).OfType<EpisodeInstance>().ToList();
        return Task.FromResult(new EpisodePage([.. rest.Take(limit)], rest.Count > limit ? rest[limit - 1].Run : null));
    }

    public Task<EpisodeInstance?> FindAsync(string run, string? child, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(Find(run, child));
    }

    public Task<EpisodeState?> FindStateAsync(string run, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(RunHistory.ReadState(Folder(run)));
    }

    public Task RaiseAsync<T>(string run, string? child, EventName<T> name, T payload, CancellationToken cancellationToken)
    {
        var instance = child is null ? run : $"{run}/{child}";
        if (!lives[run].Work.IsCompleted)
        {
            return lives[run].Engine.RaiseEventAsync(instance, name, payload);
        }

        EventInbox.Post(Folder(run).Journal, instance, name, payload);
        return Task.CompletedTask;
    }

    public Task SuspendAsync(string run, CancellationToken cancellationToken) => StopAsync(run, EpisodeRunState.Paused);

    public Task TerminateAsync(string run, CancellationToken cancellationToken) => StopAsync(run, EpisodeRunState.Terminated);

    public Task ResumeAsync(string run, CancellationToken cancellationToken)
    {
        marks.TryRemove(run, out _);
        Begin(run);
        return Task.CompletedTask;
    }

    public Task<bool> RetryAsync(string run, CancellationToken cancellationToken)
    {
        using (var opened = LocalRun.Open(Folder(run)))
        {
            if (!opened.TakeBackFailures())
            {
                return Task.FromResult(false);
            }
        }

        Begin(run);
        return Task.FromResult(true);
    }

    public Task PurgeAsync(string run, CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(Folder(run).FullPath))
        {
            File.Delete(file);
        }

        marks.TryRemove(run, out _);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var life in lives.Values)
        {
            await life.DisposeAsync();
        }
    }

    private async Task StopAsync(string run, EpisodeRunState mark)
    {
        marks[run] = mark;
        await lives[run].StopAsync();
    }

    private void Begin(string run) => lives[run] = LocalLife.Begin(run, root, inputs[run], lab, Watch);

    private EpisodeInstance? Find(string run, string? child)
    {
        var journal = Folder(run).Journal;
        lock (gate)
        {
            if (!File.Exists(journal))
            {
                return null;
            }
        }

        var id = child is null ? run : $"{run}/{child}";
        var found = JournalReader.ReadInstances(journal).FirstOrDefault(instance => instance.Id == id);
        return found is null
            ? child is null ? new(run, EpisodeRunState.Pending, null, default, default) : null
            : new(run, StateOf(run, found.State), found.Status, found.Started, found.Updated, found.Failure);
    }

    private EpisodeRunState StateOf(string run, InstanceState state) => state switch
    {
        InstanceState.Completed => EpisodeRunState.Completed,
        InstanceState.Failed => EpisodeRunState.Failed,
        _ => marks.GetValueOrDefault(run, EpisodeRunState.Running),
    };

    private RunFolder Folder(string run) => new(root, RunId.Parse(run));

    private void Check()
    {
        if (Trouble() is { } error)
        {
            throw error;
        }
    }
}
