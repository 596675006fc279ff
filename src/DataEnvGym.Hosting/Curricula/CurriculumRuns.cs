using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Documents;

namespace DataEnvGym.Hosting.Curricula;

/// <summary>Claims, starts and buries the runs of a curriculum. The state document decides between hosts that do so at once.</summary>
/// <param name="book">Where curricula are written down.</param>
/// <param name="host">Where runs go on.</param>
internal sealed class CurriculumRuns(CurriculumBook book, ICurriculumHost host)
{
    /// <summary>A run is claimed first and started then: for so long a claim without a run may be one whose starter is still at it.</summary>
    private static readonly TimeSpan StartingTime = TimeSpan.FromMinutes(5);

    /// <summary>What there is of the run that a curriculum says is going. A fresh claim of which there is nothing yet counts as running.</summary>
    public async Task<RunStanding> FindAsync(RunClaim claim, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var standing = await host.FindAsync(claim.Run, cancellationToken);
        return standing == RunStanding.Absent && now - claim.StartedAt < StartingTime ? RunStanding.Running : standing;
    }

    /// <summary>Writes a run that does not go on any more down as failed, unless it has closed itself.</summary>
    public Task<CurriculumOutcome> BuryAsync(string id, RunClaim claim, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        book.CloseAsync(id, new(claim.Number, claim.Run, claim.StartedAt, now, CurriculumVerdict.Failed, reason), cancellationToken);

    /// <summary>Claims the next run and starts it.</summary>
    /// <param name="found">The curriculum as it was read; no run is going.</param>
    /// <param name="tick">Up to when the schedule is done with; none if it was not asked.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>The run; none if another host was faster.</returns>
    public async Task<CurriculumRun?> StartAsync(Versioned<CurriculumState> found, DateTimeOffset? tick, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var state = found.Value;
        var number = state.NextNumber;

        // A run of a curriculum that was removed, or one that someone made by hand, may have the name.
        while (await host.FindAsync(CurriculumId.RunOf(state.Spec.Id, number), cancellationToken) != RunStanding.Absent)
        {
            number++;
        }

        var begun = state.Begin(number, now) with { LastTick = tick ?? state.LastTick };
        if (!await book.TryReplaceAsync(begun, found.Version, cancellationToken))
        {
            return null;
        }

        var run = new CurriculumRun(number, state.Spec, state.Champion);
        try
        {
            await host.StartAsync(run, cancellationToken);
            return run;
        }
        catch (Exception error)
        {
            // Even one that has begun after all stops by itself: it sees that its claim is gone.
            await BuryAsync(state.Spec.Id, begun.Running!, $"The run could not be started: {error.Message}", now, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Goes on with an interrupted run.</summary>
    public Task ResumeAsync(CurriculumState state, CancellationToken cancellationToken) =>
        host.StartAsync(new(state.Running!.Number, state.Spec, state.Champion), cancellationToken);
}
