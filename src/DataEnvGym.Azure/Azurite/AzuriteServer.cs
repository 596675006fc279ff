using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DataEnvGym.Azure.Azurite;

/// <summary>
/// An Azurite that runs as long as this object and, where this process dies without a word, no longer than it: it ends when its standard input does.
/// </summary>
public sealed partial class AzuriteServer : IAsyncDisposable
{
    // Azurite writes its tables of contents to disk when it is asked to end, and else every few seconds only. It says that it ends, which must not end it
    // early where nobody is left to hear it.
    private const string Wrapper = """
        for (const output of [process.stdout, process.stderr]) { output.on('error', () => {}); }
        process.stdin.on('end', () => { setTimeout(() => process.exit(1), 8000).unref(); process.emit('SIGTERM'); }).on('error', () => process.exit(1)).resume();
        require(process.argv[1]);
        """;

    // Of the emulator, the same everywhere and public: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly TimeProvider time;
    private readonly Task errors;
    private int disposed;

    private AzuriteServer(Process process, TimeProvider time, Task errors, IReadOnlyDictionary<string, Uri> endpoints)
    {
        this.process = process;
        this.time = time;
        this.errors = errors;
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + string.Concat(endpoints.Select(endpoint => $"{endpoint.Key}Endpoint={endpoint.Value}{Account};"));
    }

    /// <summary>How to reach it, with Azurite's well-known account and key.</summary>
    public string ConnectionString { get; }

    internal int ProcessId => process.Id;

    /// <summary>Where Node.js is, if both it and its npm are found on the path.</summary>
    public static string? FindNode()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var (node, npm) = OperatingSystem.IsWindows() ? ("node.exe", "npm.cmd") : ("node", "npm");
        return Array.Exists(folders, folder => File.Exists(Path.Combine(folder, npm)))
            ? folders.Select(folder => Path.Combine(folder, node)).FirstOrDefault(File.Exists)
            : null;
    }

    /// <summary>Installs Azurite if it is not there yet, starts it, and returns when it takes requests.</summary>
    /// <exception cref="NodeMissingException">Node.js or npm is missing.</exception>
    /// <exception cref="AzuriteException">It cannot be installed or started.</exception>
    public static async Task<AzuriteServer> StartAsync(AzuriteOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        var entry = await AzuriteInstallation.EnsureAsync(options.Cache ?? AzuriteInstallation.DefaultCache, time, cancellationToken);
        var location = Path.GetFullPath(options.Location);
        await Predecessor.WaitAsync(location, time, cancellationToken);
        var process = AzuriteInstallation.Start(Command(entry, options), "node");
        try
        {
            Predecessor.Note(location, process);
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            using var patience = new CancellationTokenSource(StartWithin, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            try
            {
                var endpoints = await EndpointsAsync(process, either.Token);
                return endpoints.Count == 3
                    ? new(process, time, Task.WhenAll(errors, process.StandardOutput.ReadToEndAsync(CancellationToken.None)), endpoints)
                    : throw new AzuriteException($"Azurite did not start on {options.Location}: {(await errors).Trim()}");
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new AzuriteException($"Azurite did not take requests within {StartWithin.TotalSeconds:0} s.");
            }
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    /// <summary>Asks it to end, which writes all it holds to disk, and ends it by force if it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        try
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync().WaitAsync(StopWithin, time);
        }
        catch (Exception error) when (error is TimeoutException or IOException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        await errors;
        process.Dispose();
    }

    internal static ProcessStartInfo Command(string entry, AzuriteOptions options)
    {
        var location = Path.GetFullPath(options.Location);
        Directory.CreateDirectory(location);
        string[] arguments =
        [
            "-e", Wrapper, entry, "--skipApiVersionCheck", "--disableTelemetry", "--silent", "--location", location,
            "--blobPort", $"{options.BlobPort}", "--queuePort", $"{options.QueuePort}", "--tablePort", $"{options.TablePort}",
        ];
        return new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = location,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    /// <summary>Reads where the three services listen; fewer if the process ends before.</summary>
    internal static async Task<Dictionary<string, Uri>> EndpointsAsync(Process process, CancellationToken cancellationToken)
    {
        var endpoints = new Dictionary<string, Uri>();
        while (endpoints.Count < 3 && await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                endpoints[match.Groups[1].Value] = new Uri(match.Groups[2].Value);
            }
        }

        return endpoints;
    }

    [GeneratedRegex(@"Azurite (Blob|Queue|Table) service is successfully listening at (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
