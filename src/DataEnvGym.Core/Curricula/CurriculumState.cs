using DataEnvGym.Core.Students;

namespace DataEnvGym.Core.Curricula;

/// <summary>A curriculum as it stands: the document <c>curricula/{id}.json</c>. Changed only by replacing the version that was read.</summary>
/// <param name="Spec">What it does.</param>
/// <param name="LastTick">When the schedule was last looked after; what came before it is done with.</param>
public sealed record CurriculumState(CurriculumSpec Spec, DateTimeOffset LastTick)
{
    /// <summary>Refused ticks that are remembered; the oldest give way.</summary>
    private const int MostRefusals = 20;

    /// <summary>The best student so far; none as long as no run was promoted, which stands for the student's own base.</summary>
    public RunCheckpoint? Champion { get; init; }

    /// <summary>The least number that the next run may have; 1-based.</summary>
    public int NextNumber { get; init; } = 1;

    /// <summary>The run that is going, if one is.</summary>
    public RunClaim? Running { get; init; }

    /// <summary>The last ticks that came while a run was going, oldest first.</summary>
    public IReadOnlyList<RefusedTick> Refusals { get; init; } = [];

    /// <summary>The curriculum after a run was begun.</summary>
    public CurriculumState Begin(int number, DateTimeOffset now) =>
        this with { Running = new(number, CurriculumId.RunOf(Spec.Id, number), now), NextNumber = number + 1 };

    /// <summary>The curriculum after a tick was refused because a run was going.</summary>
    public CurriculumState Refuse(DateTimeOffset now) => this with
    {
        LastTick = now,
        Refusals = [.. Refusals.TakeLast(MostRefusals - 1), new(now, Running!.Run, RefusedTick.Overlap)],
    };

    /// <summary>The curriculum after a run has ended; unchanged if that run is not the one that is going.</summary>
    public CurriculumState End(CurriculumOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return Running?.Number != outcome.Number
            ? this
            : this with { Running = null, Champion = outcome.Verdict == CurriculumVerdict.Promoted ? new(outcome.Run, outcome.Challenger!) : Champion };
    }
}

/// <summary>A run that is going. Whoever wrote it into the state has the right to start the run.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Run">The run's id.</param>
/// <param name="StartedAt">When it was claimed.</param>
public sealed record RunClaim(int Number, string Run, DateTimeOffset StartedAt);

/// <summary>A tick that started nothing.</summary>
/// <param name="At">When it was refused.</param>
/// <param name="Run">The run that was going.</param>
/// <param name="Reason">Always <c>overlap</c>.</param>
public sealed record RefusedTick(DateTimeOffset At, string Run, string Reason)
{
    /// <summary>The reason: a run was still going.</summary>
    public const string Overlap = "overlap";
}
