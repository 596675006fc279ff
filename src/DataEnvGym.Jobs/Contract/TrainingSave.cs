using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Jobs.Contract;

/// <summary>Points at the newest saved state of a training. The attempts at a job share it.</summary>
public sealed record TrainingSave
{
    /// <summary>The training that was saved: SHA-256 of what the job asks for. Another training does not go on from it.</summary>
    public required string WorkSha256 { get; init; }

    /// <summary>Attempt that saved it.</summary>
    public required int Attempt { get; init; }

    /// <summary>How often the attempt's ticket had been delivered by then. Of two workers, the one with the later delivery of the later attempt is the right one.</summary>
    public required int Delivery { get; init; }

    /// <summary>Grows by one from save to save.</summary>
    public required int Number { get; init; }

    /// <summary>The state, among the run's artefacts; a format of the worker's own.</summary>
    public required ArtifactRef State { get; init; }
}
