using System.Text.Json;
using System.Text.Json.Serialization;
using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Domains.Code.Testing;

/// <summary>What a program is judged by: the contents of <see cref="Core.Tasks.Item.Check"/> for a task whose answers are Python programs.</summary>
/// <param name="Tests">At least one.</param>
public sealed record CodeTests(IReadOnlyList<CodeTest> Tests)
{
    /// <summary>Most tests of an item.</summary>
    public const int MaxTests = 1_000;

    /// <summary>Name of the function under test; it may also be a method of a class <c>Solution</c>. Needed by <see cref="CallTest"/>.</summary>
    public string? Entry { get; init; }

    /// <summary>
    /// Code that stands before the answer, such as the head of the function whose body is asked for. An answer that defines <see cref="Entry"/> itself, at the start of a line,
    /// starts on a new line; any other goes on where the starter ends.
    /// </summary>
    public string? Starter { get; init; }

    /// <summary>Processor time in seconds, 0.1 to 60, of all calls together, and of each other test by itself; 4 unless given. Four times as much and two seconds may pass on the clock.</summary>
    public double? Seconds { get; init; }

    /// <summary>Memory, 64 to 4,096 MiB; 256 unless given.</summary>
    public int? MemoryMiB { get; init; }

    /// <summary>Whether the order of what a program prints does not matter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AnyOrder { get; init; }

    /// <summary>How far each run of a program may go.</summary>
    [JsonIgnore]
    internal SandboxLimits Limits
    {
        get
        {
            var seconds = Seconds ?? 4;
            return new() { CpuTime = TimeSpan.FromSeconds(seconds), WallTime = TimeSpan.FromSeconds((4 * seconds) + 2), MemoryMiB = MemoryMiB ?? 256 };
        }
    }

    /// <summary>Reads tests. A text that is no JSON object is taken for a script of <c>assert</c> statements.</summary>
    /// <param name="check">The text.</param>
    /// <param name="entry">The <see cref="Entry"/> of tests that have none.</param>
    /// <param name="starter">The <see cref="Starter"/> of tests that have none.</param>
    /// <exception cref="FormatException">It is neither; the message says what is wrong.</exception>
    public static CodeTests Read(string check, string? entry = null, string? starter = null)
    {
        var given = check.AsSpan().TrimStart() is ['{', ..] ? ReadJson(check) : new([new ScriptTest(check)]);
        var tests = given with { Entry = given.Entry ?? entry, Starter = given.Starter ?? starter };
        return tests switch
        {
            { Tests: null or { Count: 0 or > MaxTests } } => throw new FormatException($"there are {tests.Tests?.Count ?? 0} tests; there must be 1 to {MaxTests:N0}"),
            { Seconds: not (null or (>= 0.1 and <= 60)) } => throw new FormatException($"seconds is {tests.Seconds}; it must be 0.1 to 60"),
            { MemoryMiB: not (null or (>= 64 and <= 4096)) } => throw new FormatException($"memoryMiB is {tests.MemoryMiB}; it must be 64 to 4,096"),
            { Entry: null } when tests.Tests.Any(test => test is CallTest) => throw new FormatException("a function is called, and \"entry\" does not name it"),
            _ when tests.Tests.OfType<ScriptTest>().Any(test => !test.Script.Contains("assert", StringComparison.Ordinal)) => throw new FormatException("a script asserts nothing"),
            _ => tests,
        };
    }

    /// <summary>The same tests with the code that stands before the answer, unless they say themselves what does: tests that a teacher wrote do not.</summary>
    /// <param name="starter">The code, if there is any.</param>
    internal CodeTests With(CodeStarter? starter) => Starter is null && starter is not null ? this with { Starter = starter.Text, Entry = starter.Entry } : this;

    /// <summary>Writes the tests as JSON, for <see cref="Read"/>.</summary>
    public string Write() => JsonSerializer.Serialize(this, CodeJson.Default.CodeTests);

    /// <summary>The whole program that an answer makes.</summary>
    /// <param name="code">The answer's code.</param>
    public string Assemble(string code) => Starter is null ? code : Entry is not null && CodeText.Defines(code, Entry) ? $"{Starter}\n{code}" : Starter + code;

    private static CodeTests ReadJson(string check)
    {
        try
        {
            return JsonSerializer.Deserialize(check, CodeJson.Default.CodeTests)!;
        }
        catch (JsonException error)
        {
            throw new FormatException($"the tests are not in the form of this program: {error.Message}", error);
        }
    }
}
