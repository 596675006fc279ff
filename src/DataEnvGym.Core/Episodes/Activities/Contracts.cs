using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Stores the base checkpoint.</summary>
public sealed record PrepareInput(StudentSpec Student);

/// <summary>Examines a checkpoint on a split.</summary>
public sealed record ExamineInput(TaskSpec Task, CheckpointRef Checkpoint, Split Split, string OutputName);

/// <summary>Finds out which skills the probe split asks for.</summary>
public sealed record DiscoverInput(EpisodeSpec Spec, Allowance Allowance);

/// <summary>The discovered skills and what that cost.</summary>
public sealed record DiscoverOutput(ArtifactRef Taxonomy, Spend Spend, int Malformed);

/// <summary>Writes down what the agent may see.</summary>
public sealed record ObserveInput(EpisodeSpec Spec, int Iteration, Exam Probe, ArtifactRef? Taxonomy);

/// <summary>Shares a budget of examples out as orders.</summary>
public sealed record PlanInput(EpisodeSpec Spec, int Iteration, ArtifactRef Observation, int Budget);

/// <summary>The plan, and how much each order in it asks for.</summary>
public sealed record PlanOutput(ArtifactRef Plan, IReadOnlyList<OrderCount> Orders);

/// <summary>How many examples an order still wants.</summary>
public sealed record OrderCount(string OrderId, int Count);

/// <summary>Fills some orders of a plan.</summary>
public sealed record GenerateInput(
    EpisodeSpec Spec, int Iteration, int Round, int Shard, ArtifactRef Plan, ArtifactRef Observation, IReadOnlyList<OrderCount> Orders, Allowance Allowance);

/// <summary>Drafts and what they cost.</summary>
public sealed record GenerateOutput(ArtifactRef Drafts, Spend Spend, int Malformed, bool AllowanceReached, IReadOnlyList<string> Exhausted);

/// <summary>Chooses among the drafts of an iteration.</summary>
public sealed record CurateInput(
    string EpisodeId, EpisodeSpec Spec, int Iteration, int Round, ArtifactRef Plan, IReadOnlyList<ArtifactRef> Drafts, IReadOnlyList<ArtifactRef> Earlier);

/// <summary>What was kept, what was dropped and why, and what is still missing.</summary>
public sealed record CurateOutput(
    ArtifactRef Examples, ArtifactRef Dropped, IReadOnlyDictionary<string, int> Reasons, IReadOnlyList<OrderCount> Missing);

/// <summary>Fine-tunes a checkpoint.</summary>
public sealed record TrainInput(
    EpisodeSpec Spec, int Iteration, CheckpointRef Base, CheckpointRef Current, ArtifactRef Newest, IReadOnlyList<ArtifactRef> Earlier, double? MaxSeconds);

/// <summary>The new checkpoint and how it came about.</summary>
public sealed record TrainOutput(CheckpointRef Checkpoint, TrainingSummary Summary);

/// <summary>Asks whether one examination is significantly better than another.</summary>
public sealed record GainInput(Exam Before, Exam After);

/// <summary>Draws up the report of a finished episode.</summary>
public sealed record ReportInput(EpisodeState State, StopReason Reason, Exam TestBefore, Exam TestAfter);
