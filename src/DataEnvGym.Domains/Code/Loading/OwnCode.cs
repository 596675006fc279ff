using System.Text.Json;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Code.Testing;

namespace DataEnvGym.Domains.Code.Loading;

/// <summary>A benchmark of one's own: a prompt, and the tests as this program writes them (<see cref="CodeTests"/>) or as a text of assert statements.</summary>
internal static class OwnCode
{
    public const string Name = "code-jsonl";

    /// <summary>The format with other names of the fields.</summary>
    public static CodeFormat With(TaskFields names) => new(
        Name,
        ["code.jsonl"],
        $$$"""{"{{{names.Prompt ?? "prompt"}}}": "Write twice(n), which returns two times n.", "{{{names.Tests ?? "check"}}}": {"entry": "twice", "tests": [{"kind": "call", "arguments": [2], "returns": 4}]}, "{{{names.Solution ?? "solution"}}}": "def twice(n):\n    return 2 * n"}""",
        (line, id) => Read(line, id, names));

    private static Item Read(string line, string id, TaskFields names)
    {
        var record = CodeFormat.Parse(line, LoadingJson.Default.DictionaryStringJsonElement);
        var fields = FieldTexts.Of(record);
        var prompt = fields.Need(names.Prompt, "prompt").Trim();
        var field = names.Tests ?? "check";
        var check = record.TryGetValue(field, out var tests) && tests.ValueKind == JsonValueKind.Object ? tests.GetRawText() : fields.Need(field, "tests");
        return new(fields["id"] ?? id, prompt, fields.Find(names.Solution, "solution", "solution") ?? "")
        {
            Check = CodeTests.Read(check, fields.Find(names.Entry, "entry", "entry")?.Trim(), fields.Find(names.Starter, "starter", "starter")).Write(),
            Skill = fields.Find(names.Skill, "skill", "skill"),
            Level = fields.Level(names.Level),
        };
    }
}
