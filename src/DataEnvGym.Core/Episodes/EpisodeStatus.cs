using System.Text.Json;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes;

/// <summary>Where an episode stands, for people: what <see cref="IWorkflowContext.ReportStatus"/> is given, as JSON. Kept well under 16 KB.</summary>
/// <param name="Phase">What is being done, such as <c>train</c>.</param>
/// <param name="Iteration">The running iteration; 0 before the first.</param>
/// <param name="Curve">Share right on <c>select</c>, the base first.</param>
/// <param name="Examples">Examples trained on so far.</param>
/// <param name="Spend">What the teacher cost so far.</param>
/// <param name="Skills">Share right by the task's own skills on <c>select</c>, for the base and the newest checkpoint.</param>
public sealed record EpisodeStatus(
    string Phase, int Iteration, IReadOnlyList<double> Curve, int Examples, Spend Spend, IReadOnlyList<SkillProgress> Skills)
{
    /// <summary>What the plan did to the skill tree, a short line for each skill; only when it has just been made.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>The phase of an iteration whose examples a person is to approve of.</summary>
    public const string WaitingForApproval = "waiting for approval";

    /// <summary>The phase of an episode whose teacher does not answer.</summary>
    public const string WaitingForTeacher = "waiting for the teacher";

    /// <summary>What is known of the teacher that is waited for; none in other phases.</summary>
    public TeacherPause? Pause { get; init; }

    /// <summary>The status of an episode.</summary>
    /// <param name="state">The episode after its last finished iteration.</param>
    /// <param name="phase">What is being done now.</param>
    /// <param name="iteration">The running iteration, if one is running.</param>
    /// <param name="running">What the running iteration has spent so far.</param>
    public static EpisodeStatus Of(EpisodeState state, string phase, int? iteration = null, Spend running = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.BaseExams is not { } start)
        {
            return new(phase, 0, [], 0, state.Spend, []);
        }

        var now = state.Current().Exams.Select.Skills;
        return new(
            phase,
            iteration ?? state.Iterations.Count,
            [start.Select.Accuracy, .. state.Iterations.Select(done => done.Exams.Select.Accuracy)],
            state.Examples,
            state.Spend + running,
            [.. start.Select.Skills.Zip(now, (before, after) => new SkillProgress(before.Skill, before.Accuracy, after.Accuracy))]);
    }
}

/// <summary>A skill at the start and now.</summary>
/// <param name="Name">The skill.</param>
/// <param name="Before">Share right for the base.</param>
/// <param name="Now">Share right for the newest checkpoint.</param>
public sealed record SkillProgress(string Name, double Before, double Now);

/// <summary>A wait for a teacher.</summary>
/// <param name="Since">When the wait began.</param>
/// <param name="NextTry">When the teacher is asked again.</param>
/// <param name="Reason">Why it did not answer, the last time; at most 500 characters.</param>
public sealed record TeacherPause(DateTimeOffset Since, DateTimeOffset NextTry, string Reason)
{
    private const int LongestReason = 500;

    /// <summary>A wait, with the reason cut to its longest.</summary>
    public static TeacherPause Of(DateTimeOffset since, DateTimeOffset nextTry, string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new(since, nextTry, reason.Length <= LongestReason ? reason : reason[..LongestReason]);
    }

    /// <summary>The wait in words.</summary>
    public override string ToString() => $"since {Since:HH:mm:ss}, asked again at {NextTry:HH:mm:ss} (UTC): {Reason}";
}

/// <summary>Publishes a status as JSON.</summary>
internal static class StatusPublishing
{
    public static void Publish(this IWorkflowContext context, EpisodeStatus status) =>
        context.ReportStatus(JsonSerializer.Serialize(status, CoreJson.Default.EpisodeStatus));
}
