using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Curation.Reviews;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Copies a checkpoint of another run into this one, as its base.</summary>
public sealed record ImportInput(RunCheckpoint Checkpoint);

/// <summary>Writes down what a student is asked on a split, as an artefact in a folder of its own for each task.</summary>
public sealed record PromptsInput(TaskSpec Task, Split Split, string Folder = "prompts");

/// <summary>The prompts, and how long a response may be in the student's tokens.</summary>
public sealed record PromptsOutput(ArtifactRef Prompts, int MaxTokens);

/// <summary>Grades a checkpoint's responses to the prompts of a split.</summary>
public sealed record GradeInput(TaskSpec Task, CheckpointRef Checkpoint, Split Split, ArtifactRef Responses, string OutputName);

/// <summary>Finds out which skills the probe split asks for.</summary>
public sealed record DiscoverInput(EpisodeSpec Spec, Allowance Allowance);

/// <summary>The discovered skills and what that cost.</summary>
public sealed record DiscoverOutput(ArtifactRef Taxonomy, Spend Spend, int Malformed) : ITeacherOutput<DiscoverOutput>
{
    /// <inheritdoc/>
    public string? Away { get; init; }

    /// <inheritdoc/>
    public static DiscoverOutput WhileAway(string reason, Spend spent) => new(null!, spent, 0) { Away = reason };

    /// <summary>A record of each call to the teacher; none if there were no calls.</summary>
    public ArtifactRef? Calls { get; init; }
}

/// <summary>Copies the examples of the spec's own file into the run.</summary>
public sealed record PoolInput(EpisodeSpec Spec);

/// <summary>Writes down what the agent may see.</summary>
public sealed record ObserveInput(EpisodeSpec Spec, int Iteration, Exam Probe, ArtifactRef? Taxonomy)
{
    /// <summary>The iteration before; only for a policy that looks back and in the skill-tree environment.</summary>
    public PreviousIteration? Previous { get; init; }
}

/// <summary>What the agent saw in an iteration, and the examples that the student was trained on, if it was.</summary>
public sealed record PreviousIteration(ArtifactRef Observation, ArtifactRef? Examples)
{
    /// <summary>The skill tree that it left, in the skill-tree environment.</summary>
    public ArtifactRef? Tree { get; init; }
}

/// <summary>Shares a budget of examples out as orders, and may ask a teacher for advice within an allowance.</summary>
public sealed record PlanInput(EpisodeSpec Spec, int Iteration, ArtifactRef Observation, int Budget, Allowance Allowance);

/// <summary>The plan, and how much each order in it asks for.</summary>
public sealed record PlanOutput(ArtifactRef Plan, IReadOnlyList<OrderCount> Orders) : ITeacherOutput<PlanOutput>
{
    /// <summary>What the advice cost.</summary>
    public Spend Spend { get; init; }

    /// <summary>Advice that could not be read.</summary>
    public int Malformed { get; init; }

    /// <summary>The skill tree that the plan was made with, in the skill-tree environment.</summary>
    public ArtifactRef? Tree { get; init; }

    /// <summary>What was done to the tree, for people: a short line for each skill.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <inheritdoc/>
    public string? Away { get; init; }

    /// <inheritdoc/>
    public static PlanOutput WhileAway(string reason, Spend spent) => new(null!, []) { Spend = spent, Away = reason };

    /// <summary>A record of each call to the teacher; none if there were no calls.</summary>
    public ArtifactRef? Calls { get; init; }
}

/// <summary>How many examples an order still wants.</summary>
public sealed record OrderCount(string OrderId, int Count);

/// <summary>Fills some orders of a plan.</summary>
public sealed record GenerateInput(
    EpisodeSpec Spec, int Iteration, int Round, int Shard, ArtifactRef Plan, ArtifactRef Observation, IReadOnlyList<OrderCount> Orders, Allowance Allowance)
{
    /// <summary>The examples to select from in place of the task's training data, if the spec names a file of them.</summary>
    public ArtifactRef? Pool { get; init; }
}

/// <summary>Drafts and what they cost.</summary>
public sealed record GenerateOutput(ArtifactRef Drafts, Spend Spend, int Malformed, bool AllowanceReached, IReadOnlyList<string> Exhausted) : ITeacherOutput<GenerateOutput>
{
    /// <inheritdoc/>
    public string? Away { get; init; }

    /// <inheritdoc/>
    public static GenerateOutput WhileAway(string reason, Spend spent) => new(null!, spent, 0, false, []) { Away = reason };

    /// <summary>A record of each call to the teacher; none if there were no calls.</summary>
    public ArtifactRef? Calls { get; init; }
}

/// <summary>Verifies the drafts of a shard, as far as they are not dropped anyway, such as those that ask what an earlier example asks.</summary>
public sealed record VerifyInput(
    EpisodeSpec Spec, int Iteration, int Round, int Shard, ArtifactRef Drafts, IReadOnlyList<ArtifactRef> Earlier, Allowance Allowance);

/// <summary>What was found out, a line per draft, and what that cost.</summary>
public sealed record VerifyOutput(ArtifactRef Findings, Spend Spend, int Malformed, bool AllowanceReached) : ITeacherOutput<VerifyOutput>
{
    /// <inheritdoc/>
    public string? Away { get; init; }

    /// <inheritdoc/>
    public static VerifyOutput WhileAway(string reason, Spend spent) => new(null!, spent, 0, false) { Away = reason };

    /// <summary>A record of each call to the teacher; none if there were no calls.</summary>
    public ArtifactRef? Calls { get; init; }
}

/// <summary>Writes the questions of drafts down, for the student to answer.</summary>
public sealed record AskInput(TaskSpec Task, IReadOnlyList<ArtifactRef> Drafts, string OutputName);

/// <summary>Drafts that were written in one round, and what others made of them.</summary>
/// <param name="Drafts">The drafts, by shard.</param>
/// <param name="Findings">What the judge found out, by shard; empty if it was not asked.</param>
/// <param name="Responses">What the student answered to all of them, in order; none if it was not asked.</param>
public sealed record DraftRound(IReadOnlyList<ArtifactRef> Drafts, IReadOnlyList<ArtifactRef> Findings, ArtifactRef? Responses);

/// <summary>Chooses among the drafts of an iteration.</summary>
public sealed record CurateInput(
    string EpisodeId, EpisodeSpec Spec, int Iteration, int Round, ArtifactRef Plan, IReadOnlyList<DraftRound> Rounds, IReadOnlyList<ArtifactRef> Earlier);

/// <summary>What was kept, what was dropped and why, and what is still missing.</summary>
public sealed record CurateOutput(
    ArtifactRef Examples, ArtifactRef Dropped, IReadOnlyDictionary<string, int> Reasons, IReadOnlyList<OrderCount> Missing)
{
    /// <summary>What each gate did, in their order.</summary>
    public IReadOnlyList<GateTally> Gates { get; init; } = [];

    /// <summary>Kept examples that could not be verified.</summary>
    public int Unverified { get; init; }

    /// <summary>What the student answered wrong to kept examples; none if it was not asked.</summary>
    public ArtifactRef? Misses { get; init; }

    /// <summary>Kept examples that a person is to look at; none if nobody is asked.</summary>
    public ArtifactRef? Queue { get; init; }
}

/// <summary>Carries out what a person decided about single examples.</summary>
public sealed record ReviewInput(EpisodeSpec Spec, int Iteration, ArtifactRef Examples, ArtifactRef Queue, IReadOnlyList<Review> Reviews);

/// <summary>What is left of the examples, and what was dropped and why.</summary>
public sealed record ReviewOutput(ArtifactRef Examples, IReadOnlyDictionary<string, int> Reasons, GateTally Tally);

/// <summary>Puts the training data of an iteration together.</summary>
public sealed record ComposeInput(EpisodeSpec Spec, int Iteration, ArtifactRef Newest, IReadOnlyList<ArtifactRef> Earlier);

/// <summary>Asks whether one examination is significantly better than another.</summary>
public sealed record GainInput(Exam Before, Exam After);

/// <summary>Draws up the report of a finished episode.</summary>
public sealed record ReportInput(EpisodeState State, StopReason Reason, Exam TestBefore, Exam TestAfter);
