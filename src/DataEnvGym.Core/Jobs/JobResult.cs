using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Core.Jobs;

/// <summary>What came of a job: the field of its kind, or an error.</summary>
public sealed record JobResult
{
    /// <summary>The base checkpoint, of a <c>prepare</c> job.</summary>
    public CheckpointRef? Base { get; init; }

    /// <summary>The answers, of a <c>predict</c> job.</summary>
    public PredictOutput? Prediction { get; init; }

    /// <summary>The new checkpoint, of a <c>train</c> job.</summary>
    public TrainingResult? Training { get; init; }

    /// <summary>Why it failed.</summary>
    public JobError? Error { get; init; }
}

/// <summary>Answers to prompts.</summary>
/// <param name="Responses">JSON Lines of <see cref="Response"/>.</param>
/// <param name="Tokens">Tokens read and written by the student.</param>
public sealed record PredictOutput(ArtifactRef Responses, long Tokens);

/// <summary>Why a job failed.</summary>
/// <param name="Type">Full name of the exception type, or a name of the worker's own.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="Permanent">Whether another attempt would fail in the same way.</param>
public sealed record JobError(string Type, string Message, bool Permanent);
