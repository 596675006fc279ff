using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core.Pipeline;
using DataEnvGym.Azure.Documents;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Jobs;

namespace DataEnvGym.Azure.ContainerApps;

/// <summary>
/// Runs each attempt as an execution of an Azure Container Apps job. The platform's word is not trusted alone, for it has said "running" of executions that had
/// not begun or were long over: it only tells what has failed, and the watcher's patience does the rest.
/// </summary>
public sealed partial class ContainerAppsPlatform : IJobPlatform
{
    private const string Version = "?api-version=2025-07-01";

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly ContainerAppsOptions options;
    private readonly BlobDocumentStore tickets;
    private readonly ArmClient arm;
    private readonly TimeProvider time;
    private long notBefore;

    /// <summary>Makes the platform. Nothing is sent yet.</summary>
    /// <param name="options">The job.</param>
    /// <param name="clients">The storage account that the workers share; its identity starts the executions.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ContainerAppsException">The options cannot be used, or the storage is an Azurite, which no worker in the cloud reaches.</exception>
    public ContainerAppsPlatform(ContainerAppsOptions options, AzureStorageClients clients, TimeProvider time)
        : this(options, clients, time, null)
    {
    }

    internal ContainerAppsPlatform(ContainerAppsOptions options, AzureStorageClients clients, TimeProvider time, HttpPipelineTransport? transport)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clients);
        options.Validate();
        var credential = clients.Credential ?? throw new ContainerAppsException(
            $"Workers of Container Apps need a storage account in the cloud: set {AzureStorageOptions.AccountNameSetting} instead of {AzureStorageOptions.ConnectionStringSetting}.");
        this.options = options;
        this.time = time;
        tickets = new(clients, StorageNames.Jobs);
        arm = new(options.Endpoint, credential, transport);
    }

    /// <inheritdoc/>
    public JobPatience Patience => options.Patience;

    /// <inheritdoc/>
    /// <exception cref="ContainerAppsException">The request was refused.</exception>
    public async Task<string?> StartAsync(JobLaunch launch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(launch);
        RequireOpen();
        var ticket = tickets.UriOf(launch.TicketName);
        if (await FindAsync(ticket, launch.Attempt, cancellationToken) is { } running)
        {
            return running;
        }

        var job = AcceptForStart(await arm.GetAsync(options.Path + Version, cancellationToken), "read");
        var template = ExecutionTemplate.For(job, ticket, launch.Attempt);
        var started = AcceptForStart(await arm.PostAsync($"{options.Path}/start{Version}", template, cancellationToken), "start");
        // An answer "accepted" has no body: the list of executions may know the name already.
        return started.Text("name") ?? await FindAsync(ticket, launch.Attempt, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Trouble of the Azure Resource Manager is <see cref="PlatformState.Unknown"/>: it says nothing of the worker.</remarks>
    /// <exception cref="ContainerAppsException">The request was refused.</exception>
    public async Task<PlatformStatus> GetStatusAsync(string? handle, CancellationToken cancellationToken)
    {
        if (handle is null)
        {
            return new(PlatformState.Unknown);
        }

        try
        {
            var answer = await arm.GetAsync(ExecutionPath(handle) + Version, cancellationToken);
            return answer switch
            {
                { Status: 404 } => new(PlatformState.Unknown, $"The platform no longer knows execution {handle}; it keeps the last 100."),
                { IsTrouble: true } => new(PlatformState.Unknown, answer.Problem),
                _ => ExecutionStatus.Of(handle, Accept(answer, "read the executions of")),
            };
        }
        catch (Exception error) when (error is RequestFailedException { Status: 0 } or AggregateException)
        {
            // Nobody answered, once or in all tries.
            return new(PlatformState.Unknown, error.GetBaseException().Message);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ContainerAppsException">The request was refused.</exception>
    public async Task StopAsync(string? handle, CancellationToken cancellationToken)
    {
        if (handle is null)
        {
            return;
        }

        var answer = await arm.PostAsync($"{ExecutionPath(handle)}/stop{Version}", null, cancellationToken);
        // Not there, or not running any more: stopped.
        if (answer.Status is not (404 or 409))
        {
            Accept(answer, "stop an execution of");
        }
    }

    private async Task<string?> FindAsync(Uri ticket, int attempt, CancellationToken cancellationToken)
    {
        for (var address = $"{options.Path}/executions{Version}"; address is not null;)
        {
            var page = AcceptForStart(await arm.GetAsync(address, cancellationToken), "read the executions of");
            if (page.At("value").Items().FirstOrDefault(execution => ExecutionTemplate.IsFor(execution, ticket, attempt)) is { } found)
            {
                return found.Text("name");
            }

            address = page.Text("nextLink");
        }

        return null;
    }

    // Handles come back from journals: what is no name must not become part of another path.
    private string ExecutionPath(string handle) => ExecutionName().IsMatch(handle)
        ? $"{options.Path}/executions/{handle}"
        : throw new ContainerAppsException($"'{handle}' is no name of an execution.");

    private JsonNode? AcceptForStart(ArmAnswer answer, string action)
    {
        if (answer.IsNoRoom)
        {
            var wait = answer.RetryAfter > LongestWait ? LongestWait : answer.RetryAfter ?? TimeSpan.Zero;
            Interlocked.Exchange(ref notBefore, (time.GetUtcNow() + wait).UtcTicks);
            throw new JobCapacityException($"Container Apps has no room for another execution of job {options.JobName} now: {answer.Problem}");
        }

        return Accept(answer, action);
    }

    private JsonNode? Accept(ArmAnswer answer, string action) => answer.IsSuccess
        ? answer.Body
        : throw new ContainerAppsException(answer.Status switch
        {
            401 or 403 => $"The identity may not {action} job {options.JobName}; give it the role that docs/storage.md lists for it: {answer.Problem}",
            404 => $"There is no Container Apps job {options.JobName} in resource group {options.ResourceGroup}; check {ContainerAppsOptions.JobNameSetting}: {answer.Problem}",
            _ => $"Azure refused to {action} job {options.JobName}: {answer.Problem}",
        });

    private void RequireOpen()
    {
        var wait = new DateTimeOffset(Interlocked.Read(ref notBefore), TimeSpan.Zero) - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            throw new JobCapacityException($"Container Apps asked for no further start of job {options.JobName} for another {Math.Ceiling(wait.TotalSeconds)} s.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]{0,126}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ExecutionName();
}
