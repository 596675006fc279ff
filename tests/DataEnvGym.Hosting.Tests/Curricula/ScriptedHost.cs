using System.Collections.Concurrent;
using DataEnvGym.Core.Curricula;

namespace DataEnvGym.Hosting.Tests.Curricula;

/// <summary>Starts nothing, and notes what it was asked to start; a test says how runs stand.</summary>
internal sealed class ScriptedHost : ICurriculumHost
{
    public ConcurrentDictionary<string, RunStanding> Standings { get; } = new();

    public ConcurrentQueue<CurriculumRun> Started { get; } = new();

    /// <summary>Called at every start; may throw.</summary>
    public Action<CurriculumRun> OnStart { get; set; } = _ => { };

    public Task<RunStanding> FindAsync(string run, CancellationToken cancellationToken) => Task.FromResult(Standings.GetValueOrDefault(run, RunStanding.Absent));

    public Task StartAsync(CurriculumRun run, CancellationToken cancellationToken)
    {
        OnStart(run);
        Started.Enqueue(run);
        Standings[run.Run] = RunStanding.Running;
        return Task.CompletedTask;
    }
}
