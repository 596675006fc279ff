namespace DataEnvGym.Jobs.Contract;

/// <summary>Entitles a worker to do an attempt: the message of the job queue, and the document that <c>JOB_URI</c> names.</summary>
public sealed record JobTicket
{
    /// <summary>Version of the contract: <c>dataenvgym.job/1</c>.</summary>
    public required string Contract { get; init; }

    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The job.</summary>
    public required string Job { get; init; }

    /// <summary>1-based.</summary>
    public required int Attempt { get; init; }

    /// <summary>Document name of the manifest.</summary>
    public required string Manifest { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the manifest's bytes.</summary>
    public required string ManifestSha256 { get; init; }

    /// <summary>The attempt's secret: 256 random bits as 64 lower-case hexadecimal digits.</summary>
    public required string Nonce { get; init; }

    /// <summary>Which attempt, for people; without the secret.</summary>
    public override string ToString() => $"ticket for attempt {Attempt} at job {Job} of run {Run}";
}
