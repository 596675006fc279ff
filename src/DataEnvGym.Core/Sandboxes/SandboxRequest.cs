using System.Text;
using System.Text.RegularExpressions;

namespace DataEnvGym.Core.Sandboxes;

/// <summary>Language of a program.</summary>
public enum SandboxLanguage
{
    /// <summary>Python 3, with its standard library.</summary>
    Python,
}

/// <summary>A program and what it is given. It starts in a folder that holds its files and nothing else.</summary>
/// <param name="Entry">Name of the file that is run; one of <paramref name="Files"/>.</param>
/// <param name="Files">Texts by relative name, such as <c>main.py</c> or <c>data/words.txt</c>.</param>
public sealed partial record SandboxRequest(string Entry, IReadOnlyDictionary<string, string> Files)
{
    private const int MaxFiles = 256;
    private const int MaxArguments = 64;
    private const int MaxArgumentLength = 4096;
    private const int MaxInputBytes = 32 << 20;

    /// <summary>Language of the entry file.</summary>
    public SandboxLanguage Language { get; init; }

    /// <summary>What follows the entry file on the command line: at most 64 of at most 4,096 characters.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>All that can be read from standard input, at most 32 MiB as UTF-8; the end of the file follows.</summary>
    public string StandardInput { get; init; } = "";

    /// <summary>How far the program may go.</summary>
    public SandboxLimits Limits { get; init; } = new();

    /// <summary>A request for a program of one file, <c>main.py</c>.</summary>
    /// <param name="source">Text of the program.</param>
    public static SandboxRequest Of(string source) => new("main.py", new Dictionary<string, string> { ["main.py"] = source });

    /// <summary>Checks everything that can be checked before a program runs.</summary>
    /// <exception cref="SandboxRequestException">The first thing that is wrong.</exception>
    public void Check()
    {
        Limits.Check();
        Require(Files.Count <= MaxFiles, $"Files has {Files.Count} entries; at most {MaxFiles} are allowed.");
        foreach (var name in Files.Keys)
        {
            Require(
                name.Length <= 200 && FileName().IsMatch(name),
                $"Files names \"{Shortened(name)}\"; a name is relative, at most 200 characters long, and each part of it starts with a letter, digit or _ and goes on with these, '.', '-'.");
        }

        // A file cannot also be a folder.
        var clash = Files.Keys.FirstOrDefault(name => Files.Keys.Any(other => other.StartsWith(name + "/", StringComparison.Ordinal)));
        Require(clash is null, $"Files names \"{clash}\" as a file and as a folder.");
        Require(Files.ContainsKey(Entry), $"Entry is \"{Shortened(Entry)}\", which is not among Files.");

        var bytes = Files.Values.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
        Require(bytes <= (long)Limits.WorkFolderMiB << 19, $"Files hold {bytes:N0} bytes; at most half of the work folder ({Limits.WorkFolderMiB} MiB) may be filled with them.");
        Require(
            Arguments.Count <= MaxArguments && Arguments.All(argument => argument.Length <= MaxArgumentLength && !argument.Contains('\0')),
            $"Arguments: at most {MaxArguments} of at most {MaxArgumentLength:N0} characters are allowed, none with a NUL.");
        var input = Encoding.UTF8.GetByteCount(StandardInput);
        Require(input <= MaxInputBytes, $"StandardInput holds {input:N0} bytes; at most {MaxInputBytes:N0} are allowed.");
    }

    internal static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new SandboxRequestException(message);
        }
    }

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.\-]*(/[A-Za-z0-9_][A-Za-z0-9_.\-]*)*\z")]
    private static partial Regex FileName();
}
