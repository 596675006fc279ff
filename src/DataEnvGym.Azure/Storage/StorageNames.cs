namespace DataEnvGym.Azure.Storage;

/// <summary>What the containers and queues of a storage account are called.</summary>
public static class StorageNames
{
    /// <summary>Container of what runs make: <c>{run}/{artefact name}</c>.</summary>
    public const string Artifacts = "artifacts";

    /// <summary>Container of what is agreed with workers: <c>{run}/{job}/attempt-{n}/…</c>.</summary>
    public const string Jobs = "jobs";

    /// <summary>Container of what the service itself keeps: <c>curricula/…</c>, <c>episodes/…</c>.</summary>
    public const string Control = "control";

    /// <summary>Queue of attempts that wait for a worker.</summary>
    public const string JobQueue = "student-jobs";

    /// <summary>Queue of attempts that no worker could take.</summary>
    public const string PoisonQueue = "student-jobs-poison";

    /// <summary>Queue of what workers report.</summary>
    public const string ResultQueue = "student-results";
}
