using DataEnvGym.Azure.Artifacts;
using DataEnvGym.Azure.Documents;
using DataEnvGym.Azure.Messaging;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Messaging;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Documents;
using DataEnvGym.Worker.Settings;

namespace DataEnvGym.Worker.Work;

/// <summary>Where a worker finds its jobs and what they need.</summary>
internal sealed record WorkPlace
{
    /// <summary>What to call it in a log.</summary>
    public required string Name { get; init; }

    public required IDocumentStore Documents { get; init; }

    public required IArtifactStores Artifacts { get; init; }

    /// <summary>Where tickets are; none for a folder.</summary>
    public IMessageQueue? Tickets { get; private init; }

    public IMessageQueue? Poison { get; private init; }

    public IMessageQueue? Results { get; private init; }

    /// <summary>Document name of the ticket that <c>JOB_URI</c> names, if it names one.</summary>
    public string? Ticket { get; private init; }

    /// <summary>The work place that the settings name.</summary>
    /// <exception cref="SettingException">They name none.</exception>
    public static WorkPlace Of(WorkerSettings settings) => settings.Job is { IsFile: true } file ? InFolder(file) : InAccount(settings);

    private static WorkPlace InAccount(WorkerSettings settings)
    {
        try
        {
            var clients = AzureStorageClients.Connect(settings.Storage);
            var documents = new BlobDocumentStore(clients, StorageNames.Jobs);
            return new()
            {
                Name = settings.Storage.ToString(),
                Documents = documents,
                Artifacts = new BlobArtifactStores(clients),
                Tickets = new StorageQueue(clients, StorageNames.JobQueue),
                Poison = new StorageQueue(clients, StorageNames.PoisonQueue),
                Results = new StorageQueue(clients, StorageNames.ResultQueue),
                Ticket = settings.Job is { } job ? documents.NameOf(job) : null,
            };
        }
        catch (Exception error) when (error is AzureStorageException or DocumentException or ArtifactException)
        {
            throw new SettingException(error.Message, error);
        }
    }

    // …/jobs/{run}/{job}/attempt-{n}/ticket.json
    private static WorkPlace InFolder(Uri ticket)
    {
        var parts = ticket.LocalPath.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        if (parts is not [.. var root, StorageNames.Jobs, var run, var job, var attempt, "ticket.json"])
        {
            throw new SettingException($"JOB_URI names {ticket.LocalPath}; a ticket in a folder is file:///…/jobs/{{run}}/{{job}}/attempt-{{n}}/ticket.json.");
        }

        var folder = string.Join(Path.DirectorySeparatorChar, root);
        return new()
        {
            Name = $"folder {folder}",
            Documents = new FileDocumentStore(Path.Combine(folder, StorageNames.Jobs)),
            Artifacts = new FileArtifactStores(Path.Combine(folder, "runs")),
            Ticket = $"{run}/{job}/{attempt}/ticket.json",
        };
    }
}
