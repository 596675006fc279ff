using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Core.Jobs;

/// <summary>What a student worker is asked to do: exactly one of the three.</summary>
public sealed record JobWork
{
    /// <summary>Store the base checkpoint of a student.</summary>
    public PrepareWork? Prepare { get; init; }

    /// <summary>Answer prompts.</summary>
    public PredictWork? Predict { get; init; }

    /// <summary>Train a checkpoint.</summary>
    public TrainingJob? Train { get; init; }

    /// <summary>Which of them: <c>prepare</c>, <c>predict</c> or <c>train</c>.</summary>
    public string Kind => this switch
    {
        { Prepare: not null, Predict: null, Train: null } => "prepare",
        { Prepare: null, Predict: not null, Train: null } => "predict",
        { Prepare: null, Predict: null, Train: not null } => "train",
        _ => throw new JobException("A job names exactly one kind of work: prepare, predict or train."),
    };
}

/// <summary>Store the base checkpoint of a student as an artefact of the run.</summary>
/// <param name="Student">The student.</param>
public sealed record PrepareWork(StudentSpec Student);

/// <summary>Answer prompts greedily.</summary>
/// <param name="Checkpoint">Who answers.</param>
/// <param name="Prompts">JSON Lines of <see cref="Prompt"/>.</param>
/// <param name="MaxTokens">Longest response, in the student's tokens; at least 1.</param>
/// <param name="OutputName">Artefact name of the responses: JSON Lines of <see cref="Response"/>, one per prompt, in order.</param>
public sealed record PredictWork(CheckpointRef Checkpoint, ArtifactRef Prompts, int MaxTokens, string OutputName);

/// <summary>A line of a prompts artefact.</summary>
/// <param name="Text">The prompt, as the student shall read it.</param>
public sealed record Prompt(string Text);

/// <summary>A line of a responses artefact.</summary>
/// <param name="Text">What the student wrote; empty if the prompt was too long for it.</param>
public sealed record Response(string Text);
