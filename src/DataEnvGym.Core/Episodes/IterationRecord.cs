using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes;

/// <summary>What one turn of the loop did.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Ordered">Examples ordered by the plan.</param>
/// <param name="Examples">The examples that passed curation; each is a line of JSON.</param>
/// <param name="Dropped">How many drafts were dropped, by reason.</param>
/// <param name="Malformed">Answers of the teacher that could not be read.</param>
/// <param name="AllowanceReached">Whether a call was left out because it might have passed the budget.</param>
/// <param name="Observation">What the agent saw.</param>
/// <param name="Plan">What it decided.</param>
/// <param name="Training">How the training went; none when there was nothing to train on.</param>
/// <param name="Checkpoint">The checkpoint after it.</param>
/// <param name="Exams">Its examinations.</param>
/// <param name="Spend">What the teacher cost in this iteration.</param>
/// <param name="Seconds">Seconds per phase in this iteration.</param>
public sealed record IterationRecord(
    int Number,
    int Ordered,
    ArtifactRef Examples,
    IReadOnlyDictionary<string, int> Dropped,
    int Malformed,
    bool AllowanceReached,
    ArtifactRef Observation,
    ArtifactRef Plan,
    TrainingSummary? Training,
    CheckpointRef Checkpoint,
    ExamPair Exams,
    Spend Spend,
    PhaseSeconds Seconds)
{
    /// <summary>What a person decided about the examples, if one was asked.</summary>
    public Approval? Approval { get; init; }

    /// <summary>Records of the calls to teachers in this iteration.</summary>
    public IReadOnlyList<ArtifactRef> Calls { get; init; } = [];

    /// <summary>The skill tree that the plan was made with, in the skill-tree environment.</summary>
    public ArtifactRef? Tree { get; init; }

    /// <summary>Why it was ended while it waited for a teacher that did not answer; none if it was not.</summary>
    public StopReason? Ended { get; init; }

    /// <summary>Examples that were trained on: none if a person rejected them or the iteration was ended before.</summary>
    public int TrainedOn => IsRejected || Ended is not null ? 0 : Examples.Count;

    /// <summary>Whether a person rejected the examples.</summary>
    public bool IsRejected => Approval is { Approved: false };
}

/// <summary>How a training went.</summary>
/// <param name="Data">What it was trained on.</param>
/// <param name="Steps">Optimizer steps taken.</param>
/// <param name="PlannedSteps">Steps that it would have taken without a time limit.</param>
/// <param name="Tokens">Tokens seen.</param>
/// <param name="Seconds">Time it took.</param>
/// <param name="Loss">Loss at its end.</param>
public sealed record TrainingSummary(ArtifactRef Data, int Steps, int PlannedSteps, long Tokens, double Seconds, double Loss)
{
    /// <summary>Whether a limit on training time cut it short.</summary>
    public bool WasCut => Steps < PlannedSteps;
}

/// <summary>Seconds spent in each phase.</summary>
public sealed record PhaseSeconds
{
    /// <summary>Storing the base and finding out skills.</summary>
    public double Prepare { get; init; }

    /// <summary>Observing and planning.</summary>
    public double Plan { get; init; }

    /// <summary>Writing and curating examples.</summary>
    public double Generate { get; init; }

    /// <summary>Training.</summary>
    public double Train { get; init; }

    /// <summary>Examinations.</summary>
    public double Examine { get; init; }

    /// <summary>All phases.</summary>
    public double Total() => Prepare + Plan + Generate + Train + Examine;

    /// <summary>Phase by phase.</summary>
    public static PhaseSeconds operator +(PhaseSeconds a, PhaseSeconds b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new()
        {
            Prepare = a.Prepare + b.Prepare,
            Plan = a.Plan + b.Plan,
            Generate = a.Generate + b.Generate,
            Train = a.Train + b.Train,
            Examine = a.Examine + b.Examine,
        };
    }

    /// <inheritdoc cref="op_Addition"/>
    public static PhaseSeconds Add(PhaseSeconds a, PhaseSeconds b) => a + b;
}
