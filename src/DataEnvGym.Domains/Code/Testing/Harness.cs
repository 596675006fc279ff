using System.Security.Cryptography;
using System.Text.Json;
using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Domains.Code.Testing;

/// <summary>Puts a program and its tests together as requests to a sandbox.</summary>
internal static class Harness
{
    private const string ProgramName = "program.py";

    private static readonly string CallsText = Resource("harness.py");
    private static readonly string ScriptText = Resource("script.py");

    /// <summary>Parts what the harness writes from what the program writes.</summary>
    public static string NewNonce() => RandomNumberGenerator.GetHexString(32, lowercase: true) + ":";

    /// <summary>A request that calls the function of a program.</summary>
    public static SandboxRequest Calls(string program, HarnessInput input) => Request(
        CallsText, program, "calls.json", JsonSerializer.Serialize(input, CodeJson.Default.HarnessInput));

    /// <summary>A request that runs a script behind a program.</summary>
    public static SandboxRequest Script(string program, string script) => Request(ScriptText, program, "tests.py", script);

    /// <summary>What the harness said of the loading, as number -1, and of the calls.</summary>
    public static IEnumerable<HarnessRecord> Read(string output, string nonce)
    {
        foreach (var line in output.Split('\n').Where(line => line.StartsWith(nonce, StringComparison.Ordinal)))
        {
            if (Parse(line[nonce.Length..]) is { } record)
            {
                yield return record;
            }
        }
    }

    private static HarnessRecord? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, CodeJson.Default.HarnessRecord);
        }
        catch (JsonException)
        {
            // Cut off by a limit, nested too deep, or written by the program itself.
            return null;
        }
    }

    private static SandboxRequest Request(string harness, string program, string name, string text) =>
        new("main.py", new Dictionary<string, string> { ["main.py"] = harness, [ProgramName] = program, [name] = text });

    private static string Resource(string name)
    {
        using var stream = typeof(Harness).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly was built without {name}: build src/DataEnvGym.Domains again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
