using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Hosting.Api.Starts;

/// <summary>A wish to start an episode.</summary>
/// <param name="Spec">What to run.</param>
/// <param name="Hash">SHA-256 of what was asked: the same request, sent twice, has the same.</param>
public sealed record StartRequest(EpisodeSpec Spec, string Hash)
{
    /// <summary>The run's id; one is made from the spec's name if left out.</summary>
    public string? Id { get; init; }

    /// <summary>SHA-256 of the idempotency key: a request that comes again with it starts nothing new.</summary>
    public string? Key { get; init; }

    /// <summary>A checkpoint of another run to start from.</summary>
    public RunCheckpoint? StartFrom { get; init; }
}

/// <summary>What came of a wish to start an episode.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Run">The run's id: the one that was started, or that is in the way.</param>
public readonly record struct StartResult(StartOutcome Outcome, string Run);

/// <summary>What can come of a wish to start an episode.</summary>
public enum StartOutcome
{
    /// <summary>It was started.</summary>
    Started,

    /// <summary>It was started before, by the same request with the same key.</summary>
    Replayed,

    /// <summary>There is another episode of that id.</summary>
    Exists,

    /// <summary>The key was used for another request.</summary>
    KeyReused,
}
