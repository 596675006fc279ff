using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Json;
using DataEnvGym.Jobs.Running;
using DataEnvGym.Students;

namespace DataEnvGym.Worker.Settings;

/// <summary>What a worker is told by its environment and its command line.</summary>
internal sealed record WorkerSettings
{
    private const string Section = "Worker";
    private static readonly string[] Names =
        ["Device", "HealthPort", "Name", "VisibilitySeconds", "MaxDeliveries", "HeartbeatSeconds", "SaveSeconds", "LongestWaitSeconds", "StopSeconds", "StopWhenInputEnds", "IdleSeconds", "AllowFiles"];

    /// <summary>The ticket of the one job to do; none to take tickets from the queue.</summary>
    public Uri? Job { get; private init; }

    public required AzureStorageOptions Storage { get; init; }

    public required StudentDevice Device { get; init; }

    /// <summary>Port of the health endpoint; 0 for none.</summary>
    public int HealthPort { get; private init; }

    /// <summary>How long a worker that is asked to stop may take.</summary>
    public TimeSpan StopWithin { get; private init; }

    /// <summary>Whether to stop when standard input ends: then a worker does not outlive the process that started it.</summary>
    public bool StopWhenInputEnds { get; private init; }

    public required JobRunnerOptions Runner { get; init; }

    public required JobWorkerOptions Queue { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">One of them cannot be used.</exception>
    public static WorkerSettings Read(IConfiguration configuration)
    {
        RefuseUnknown(configuration);
        var settings = new SettingReader(configuration);
        return new()
        {
            Job = JobUri(configuration["JOB_URI"]),
            Storage = AzureStorageOptions.Read(name => configuration[name]),
            Device = Computer(settings.Text("Worker:Device") ?? "cpu"),
            HealthPort = settings.Whole("Worker:HealthPort", 8080, 0, 65535),
            StopWithin = settings.Seconds("Worker:StopSeconds", 25, 1, 3600),
            StopWhenInputEnds = settings.Flag("Worker:StopWhenInputEnds"),
            Runner = new()
            {
                Worker = settings.Text("Worker:Name") ?? $"{Environment.MachineName}-{Environment.ProcessId}",
                HeartbeatEvery = settings.Seconds("Worker:HeartbeatSeconds", 5, 0.1, 60),
                SaveEvery = settings.Seconds("Worker:SaveSeconds", 60, 0, 3600),
                AllowFiles = settings.Flag("Worker:AllowFiles"),
            },
            Queue = new()
            {
                Visibility = settings.Seconds("Worker:VisibilitySeconds", 60, 1, 3600),
                MaxDeliveries = settings.Whole("Worker:MaxDeliveries", 5, 1, 1000),
                StopWhenIdleFor = settings.Whole("Worker:IdleSeconds", 0, 0, 86400) is > 0 and var idle ? TimeSpan.FromSeconds(idle) : null,
                LongestWait = settings.Seconds("Worker:LongestWaitSeconds", 5, 0.2, 300),
            },
        };
    }

    // A misspelt setting would be one that is not obeyed.
    private static void RefuseUnknown(IConfiguration configuration)
    {
        foreach (var child in configuration.GetSection(Section).GetChildren())
        {
            if (!Names.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw new SettingException($"There is no setting {Section}:{child.Key}.{Suggestion.DidYouMean(child.Key, Names)} The settings are {string.Join(", ", Names)}.");
            }
        }
    }

    private static Uri? JobUri(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "file"
            ? uri
            : throw new SettingException("JOB_URI is no URI of a ticket: give the https address of its blob, or file:///…/jobs/{run}/{job}/attempt-{n}/ticket.json.");

    private static StudentDevice Computer(string text)
    {
        try
        {
            return StudentDevice.Parse(text);
        }
        catch (ArgumentException error)
        {
            throw new SettingException(error.Message, error);
        }
    }
}
