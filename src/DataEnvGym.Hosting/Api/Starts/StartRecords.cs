using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Hosting.Api.Starts;

/// <summary>What an episode was started with: document <c>episodes/runs/{id}.json</c>, written before the episode is started.</summary>
/// <param name="Spec">What is run.</param>
/// <param name="Request">SHA-256 of the request's body.</param>
/// <param name="Key">SHA-256 of the request's idempotency key, if it had one.</param>
/// <param name="Created">When the request came.</param>
public sealed record StartRecord(EpisodeSpec Spec, string Request, string? Key, DateTimeOffset Created);

/// <summary>What an idempotency key was first used for: document <c>episodes/keys/{SHA-256 of the key}.json</c>.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Request">SHA-256 of the request's body.</param>
public sealed record KeyRecord(string Run, string Request);
