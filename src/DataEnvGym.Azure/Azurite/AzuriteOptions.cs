namespace DataEnvGym.Azure.Azurite;

/// <summary>How to run Azurite.</summary>
/// <param name="Location">Folder of its data, made if it is not there; what a former run left is served again.</param>
public sealed record AzuriteOptions(string Location)
{
    /// <summary>Port of blobs on 127.0.0.1; 0 for a free one.</summary>
    public int BlobPort { get; init; }

    /// <summary>Port of queues; 0 for a free one.</summary>
    public int QueuePort { get; init; }

    /// <summary>Port of tables; 0 for a free one.</summary>
    public int TablePort { get; init; }

    /// <summary>
    /// Folder that programs are installed into; none for <c>DATAENVGYM_CACHE</c>, or where that is not set <c>dataenvgym</c> in the user's local application data.
    /// </summary>
    public string? Cache { get; init; }
}
