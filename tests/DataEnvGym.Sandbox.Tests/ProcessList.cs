using System.Diagnostics;

namespace DataEnvGym.Sandbox.Tests;

/// <summary>Processes of this machine.</summary>
internal static class ProcessList
{
    /// <summary>Numbers of those with a text in their command line.</summary>
    public static IReadOnlyList<int> With(string text) =>
    [
        .. Directory.GetDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), out var number) ? number : 0)
            .Where(number => number > 0 && CommandLine(number).Contains($"\0{text}\0", StringComparison.Ordinal)),
    ];

    /// <summary>Kills those with a text in their command line and waits for their end.</summary>
    public static void KillAll(string text)
    {
        foreach (var number in With(text))
        {
            try
            {
                using var process = Process.GetProcessById(number);
                process.Kill();
                process.WaitForExit();
            }
            catch (ArgumentException)
            {
                // It went down with another.
            }
        }
    }

    private static string CommandLine(int number)
    {
        try
        {
            return File.ReadAllText($"/proc/{number}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
