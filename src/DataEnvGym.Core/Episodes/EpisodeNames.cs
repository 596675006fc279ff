using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes;

/// <summary>The workflows, activities and events of an episode. Both engines register exactly these.</summary>
public static class EpisodeNames
{
    /// <summary>
    /// Version of the loop's steps. A change of what the workflows call, or in which order, raises it: a run that was begun by another version is
    /// refused in place of being replayed against a history that does not fit.
    /// </summary>
    public const int LoopVersion = 4;

    private static CoreJson Json => CoreJson.Default;

    /// <summary>The whole episode.</summary>
    public static WorkflowName<EpisodeState, EpisodeOutcome> Episode { get; } = new("episode", Json.EpisodeState, Json.EpisodeOutcome);

    /// <summary>One turn of the loop.</summary>
    public static WorkflowName<EpisodeState, IterationRecord> Iteration { get; } = new("iteration", Json.EpisodeState, Json.IterationRecord);

    /// <summary>
    /// A person's wish to stop after the running iteration. It goes to the episode's instance, and to the running iteration's too, which ends at once if it waits for a
    /// teacher.
    /// </summary>
    public static EventName<string> Stop { get; } = new("stop", Json.String);

    /// <summary>
    /// A person's answer to the examples of an iteration, for the instance of that iteration. Each iteration has a name of its own, so that a second
    /// answer reaches nobody.
    /// </summary>
    /// <param name="iteration">1-based.</param>
    public static EventName<Approval> Approval(int iteration) => new($"approve-iteration-{iteration:00}", Json.Approval);

    /// <summary>The id of an iteration's instance within its episode's.</summary>
    /// <param name="iteration">1-based.</param>
    public static string IterationInstance(int iteration) => $"iteration-{iteration}";

    /// <summary>See <see cref="ImportActivity"/>.</summary>
    public static ActivityName<ImportInput, CheckpointRef> Import { get; } = new("import", Json.ImportInput, Json.CheckpointRef);

    /// <summary>See <see cref="PromptsActivity"/>.</summary>
    public static ActivityName<PromptsInput, PromptsOutput> Prompts { get; } = new("prompts", Json.PromptsInput, Json.PromptsOutput);

    /// <summary>See <see cref="GradeActivity"/>.</summary>
    public static ActivityName<GradeInput, Exam> Grade { get; } = new("grade", Json.GradeInput, Json.Exam);

    /// <summary>See <see cref="DiscoverSkillsActivity"/>.</summary>
    public static ActivityName<DiscoverInput, DiscoverOutput> DiscoverSkills { get; } = new("discover-skills", Json.DiscoverInput, Json.DiscoverOutput);

    /// <summary>See <see cref="PoolActivity"/>.</summary>
    public static ActivityName<PoolInput, ArtifactRef> Pool { get; } = new("pool", Json.PoolInput, Json.ArtifactRef);

    /// <summary>See <see cref="ObserveActivity"/>.</summary>
    public static ActivityName<ObserveInput, ArtifactRef> Observe { get; } = new("observe", Json.ObserveInput, Json.ArtifactRef);

    /// <summary>See <see cref="PlanActivity"/>.</summary>
    public static ActivityName<PlanInput, PlanOutput> Plan { get; } = new("plan", Json.PlanInput, Json.PlanOutput);

    /// <summary>See <see cref="GenerateActivity"/>.</summary>
    public static ActivityName<GenerateInput, GenerateOutput> Generate { get; } = new("generate", Json.GenerateInput, Json.GenerateOutput);

    /// <summary>See <see cref="VerifyActivity"/>.</summary>
    public static ActivityName<VerifyInput, VerifyOutput> Verify { get; } = new("verify", Json.VerifyInput, Json.VerifyOutput);

    /// <summary>See <see cref="AskActivity"/>.</summary>
    public static ActivityName<AskInput, PromptsOutput> Ask { get; } = new("ask", Json.AskInput, Json.PromptsOutput);

    /// <summary>See <see cref="CurateActivity"/>.</summary>
    public static ActivityName<CurateInput, CurateOutput> Curate { get; } = new("curate", Json.CurateInput, Json.CurateOutput);

    /// <summary>See <see cref="ReviewActivity"/>.</summary>
    public static ActivityName<ReviewInput, ReviewOutput> Review { get; } = new("review", Json.ReviewInput, Json.ReviewOutput);

    /// <summary>See <see cref="ComposeActivity"/>.</summary>
    public static ActivityName<ComposeInput, ArtifactRef> Compose { get; } = new("compose", Json.ComposeInput, Json.ArtifactRef);

    /// <summary>See <see cref="GainActivity"/>.</summary>
    public static ActivityName<GainInput, bool> Gain { get; } = new("gain", Json.GainInput, Json.Boolean);

    /// <summary>See <see cref="ReportActivity"/>.</summary>
    public static ActivityName<ReportInput, ArtifactRef> Report { get; } = new("report", Json.ReportInput, Json.ArtifactRef);
}
