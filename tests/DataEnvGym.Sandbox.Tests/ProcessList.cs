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
