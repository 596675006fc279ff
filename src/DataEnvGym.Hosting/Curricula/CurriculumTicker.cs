using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Documents;

namespace DataEnvGym.Hosting.Curricula;

/// <summary>One look at every curriculum.</summary>
/// <param name="book">Where they are written down.</param>
/// <param name="runs">Their runs.</param>
internal sealed class CurriculumTicker(CurriculumBook book, CurriculumRuns runs)
{
    public const string Dead = "The run came to no end: its host has ended it or knows nothing of it.";

    // Each turn means that another host has changed the curriculum in the same moment.
    private const int MostTurns = 20;

    public async Task<IReadOnlyList<CurriculumTick>> TickAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ticks = new List<CurriculumTick>();
        foreach (var id in await book.ListAsync(cancellationToken))
        {
            try
            {
                for (var turn = 0; turn < MostTurns && await LookAsync(id, now, ticks, cancellationToken); turn++)
                {
                }
            }
            catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // One curriculum that cannot be read or started must not keep the others from their runs; the caller tells of it.
                ticks.Add(new(id, TickDeed.Failed, null, error.Message));
            }
        }

        return ticks;
    }

    // Returns whether to look again.
    private async Task<bool> LookAsync(string id, DateTimeOffset now, List<CurriculumTick> ticks, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { Value.Spec.Enabled: true } found)
        {
            return false;
        }

        if (found.Value.Running is { } claim)
        {
            switch (await runs.FindAsync(claim, now, cancellationToken))
            {
                case RunStanding.Interrupted:
                    await runs.ResumeAsync(found.Value, cancellationToken);
                    ticks.Add(new(id, TickDeed.Resumed, claim.Run, "It was interrupted, and goes on."));
                    break;
                case RunStanding.Absent or RunStanding.Ended:
                    var outcome = await runs.BuryAsync(id, claim, Dead, now, cancellationToken);
                    if (outcome.Reason == Dead)
                    {
                        ticks.Add(new(id, TickDeed.Buried, claim.Run, Dead));
                    }

                    return true;
            }
        }

        return CurriculumSchedule.Decide(found.Value, CronSchedule.Parse(found.Value.Spec.Schedule), now) switch
        {
            TickDecision.Due => !await StartAsync(found, now, ticks, cancellationToken),
            TickDecision.Overlap => !await RefuseAsync(found, now, ticks, cancellationToken),
            _ => false,
        };
    }

    private async Task<bool> StartAsync(Versioned<CurriculumState> found, DateTimeOffset now, List<CurriculumTick> ticks, CancellationToken cancellationToken)
    {
        if (await runs.StartAsync(found, now, now, cancellationToken) is not { } run)
        {
            return false;
        }

        ticks.Add(new(run.Spec.Id, TickDeed.Started, run.Run, run.Champion is { } champion ? $"It starts from the champion of {champion.Run}." : "It starts from the student's base."));
        return true;
    }

    private async Task<bool> RefuseAsync(Versioned<CurriculumState> found, DateTimeOffset now, List<CurriculumTick> ticks, CancellationToken cancellationToken)
    {
        if (!await book.TryReplaceAsync(found.Value.Refuse(now), found.Version, cancellationToken))
        {
            return false;
        }

        ticks.Add(new(found.Value.Spec.Id, TickDeed.Overlap, found.Value.Running!.Run, "A run was due, but this one is still going; the tick is spent."));
        return true;
    }
}
