using System.ComponentModel;
using System.Diagnostics;

namespace DataEnvGym.Azure.Azurite;

/// <summary>The pinned Azurite in a folder of this machine, brought with npm at first use.</summary>
internal static class AzuriteInstallation
{
    public const string Version = "3.37.0";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static string DefaultCache =>
        Environment.GetEnvironmentVariable("DATAENVGYM_CACHE") is { Length: > 0 } folder
            ? Path.GetFullPath(folder)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "dataenvgym");

    /// <summary>The file to give to Node.js. Processes that ask at the same time install it once.</summary>
    /// <exception cref="AzuriteException">It cannot be installed.</exception>
    public static async Task<string> EnsureAsync(string cache, TimeProvider time, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(cache, $"azurite-{Version}");
        if (!File.Exists(Entry(folder)))
        {
            Directory.CreateDirectory(cache);
            await using var guard = await LockAsync(folder + ".lock", time, cancellationToken);
            if (!File.Exists(Entry(folder)))
            {
                await InstallAsync(folder, cancellationToken);
            }
        }

        return Entry(folder);
    }

    private static string Entry(string folder) => Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");

    private static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        var temp = folder + ".new";
        if (Directory.Exists(temp))
        {
            Directory.Delete(temp, recursive: true);
        }

        Directory.CreateDirectory(temp);
        await RunNpmAsync(temp, cancellationToken);
        if (!File.Exists(Entry(temp)))
        {
            throw new AzuriteException($"npm said that it installed azurite@{Version}, but {Entry(temp)} is not there; delete {temp} and try again.");
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.Move(temp, folder);
    }

    private static async Task RunNpmAsync(string folder, CancellationToken cancellationToken)
    {
        string[] command = ["npm", "install", "--prefix", folder, "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", $"azurite@{Version}"];
        // On Windows npm is a script, which only the command interpreter runs.
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe", ["/c", .. command]) : new ProcessStartInfo(command[0], command[1..]);
        start.WorkingDirectory = folder;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var npm = Start(start, "npm");
        npm.StandardInput.Close();
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await npm.StandardError.ReadToEndAsync(cancellationToken);
            await output;
            await npm.WaitForExitAsync(cancellationToken);
            if (npm.ExitCode != 0)
            {
                throw new AzuriteException($"'{string.Join(' ', command)}' failed with exit code {npm.ExitCode}: {Tail(errors)}");
            }
        }
        finally
        {
            npm.Kill(entireProcessTree: true);
        }
    }

    public static Process Start(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new NodeMissingException(program, error);
        }
    }

    private static async Task<FileStream> LockAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var since = time.GetTimestamp(); ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (time.GetElapsedTime(since) < Patience)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    private static string Tail(string text) => text.Length > 2000 ? "…" + text[^2000..].Trim() : text.Trim();
}
