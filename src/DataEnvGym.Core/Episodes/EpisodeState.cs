using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes;

/// <summary>Everything that an episode carries from one iteration to the next. Small: data stay in artefacts.</summary>
/// <param name="EpisodeId">Follows from the spec; the same spec gives the same id.</param>
/// <param name="Spec">What is run.</param>
public sealed record EpisodeState(string EpisodeId, EpisodeSpec Spec)
{
    /// <summary>Version of the loop that began the episode; 0 for one that did not write it down.</summary>
    public int LoopVersion { get; init; } = EpisodeNames.LoopVersion;

    /// <summary>A checkpoint of another run to start from; none for the student's own base.</summary>
    public RunCheckpoint? StartFrom { get; init; }

    /// <summary>When the episode began; set by its first step.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The checkpoint that every reset returns to.</summary>
    public CheckpointRef? Base { get; init; }

    /// <summary>Examinations of the base.</summary>
    public ExamPair? BaseExams { get; init; }

    /// <summary>Discovered skills, in environments that have them.</summary>
    public ArtifactRef? Taxonomy { get; init; }

    /// <summary>The examples of the spec's own file, as they were when the episode began; none without such a file.</summary>
    public ArtifactRef? Pool { get; init; }

    /// <summary>Records of the calls to teachers before the first iteration.</summary>
    public IReadOnlyList<ArtifactRef> Calls { get; init; } = [];

    /// <summary>Finished iterations, in order.</summary>
    public IReadOnlyList<IterationRecord> Iterations { get; init; } = [];

    /// <summary>What the teacher cost so far, skill discovery included.</summary>
    public Spend Spend { get; init; }

    /// <summary>Seconds per phase so far.</summary>
    public PhaseSeconds Seconds { get; init; } = new();

    /// <summary>Examples trained on so far.</summary>
    public int Examples => Iterations.Sum(iteration => iteration.TrainedOn);

    /// <summary>Seconds of training so far, as the trainer measured them.</summary>
    public double TrainingSeconds => Iterations.Sum(iteration => iteration.Training?.Seconds ?? 0);

    /// <summary>The newest checkpoint and its examinations.</summary>
    public (CheckpointRef Checkpoint, ExamPair Exams) Current() =>
        Iterations.LastOrDefault() is { } last ? (last.Checkpoint, last.Exams) : (Base!, BaseExams!);

    /// <summary>
    /// The iteration whose checkpoint is best on <c>select</c>, the earliest among equals; 0 for the base.
    /// </summary>
    public int BestIteration()
    {
        var (best, correct) = (0, BaseExams!.Select.Correct);
        foreach (var iteration in Iterations)
        {
            if (iteration.Exams.Select.Correct > correct)
            {
                (best, correct) = (iteration.Number, iteration.Exams.Select.Correct);
            }
        }

        return best;
    }

    /// <summary>The checkpoint and examinations after an iteration; 0 for the base.</summary>
    public (CheckpointRef Checkpoint, ExamPair Exams) After(int iteration) =>
        iteration == 0 ? (Base!, BaseExams!) : (Iterations[iteration - 1].Checkpoint, Iterations[iteration - 1].Exams);

    /// <summary>What the teacher may still cost.</summary>
    public Allowance Remaining() => new Allowance(Spec.Stop.Tokens, Spec.Stop.Money).After(Spend);
}
