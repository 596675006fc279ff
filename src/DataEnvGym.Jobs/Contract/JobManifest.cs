using System.Text.Json.Serialization;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Jobs.Contract;

/// <summary>What an attempt is to do. Written once, before a worker hears of the attempt, and never changed.</summary>
public sealed record JobManifest
{
    /// <summary>Version of the contract: <c>dataenvgym.job/1</c>.</summary>
    public required string Contract { get; init; }

    /// <summary>The run, whose artefacts the work reads and writes.</summary>
    public required string Run { get; init; }

    /// <summary>The job.</summary>
    public required string Job { get; init; }

    /// <summary>1-based.</summary>
    public required int Attempt { get; init; }

    /// <summary><c>prepare</c>, <c>predict</c> or <c>train</c>: which of the three fields of that name is there.</summary>
    public required string Kind { get; init; }

    /// <summary>Store the base checkpoint of a student.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PrepareWork? Prepare { get; init; }

    /// <summary>Answer prompts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PredictWork? Predict { get; init; }

    /// <summary>Train a checkpoint.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TrainingJob? Train { get; init; }

    /// <summary>The workflow instance that waits for the result.</summary>
    public required string ReplyTo { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the 64 characters of the nonce, which itself is in the ticket.</summary>
    public required string NonceSha256 { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What to do.</summary>
    public JobWork Work => new() { Prepare = Prepare, Predict = Predict, Train = Train };
}
