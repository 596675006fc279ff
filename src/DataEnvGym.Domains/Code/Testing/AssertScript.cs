using System.Text;
using System.Text.Json;

namespace DataEnvGym.Domains.Code.Testing;

/// <summary>Writes calls as Python, for whoever gives tests in few words.</summary>
public static class AssertScript
{
    // A call with long values says no more than one with short ones.
    private const int MaxLength = 160;

    /// <summary>The first calls of tests as <c>assert</c> statements, one a line, those with long values left out.</summary>
    /// <param name="check">Tests, as <see cref="CodeTests.Write"/> writes them.</param>
    /// <param name="most">Most statements.</param>
    /// <exception cref="FormatException">The text holds no tests.</exception>
    public static string Of(string check, int most)
    {
        var tests = CodeTests.Read(check);
        var lines = tests.Tests.OfType<CallTest>().Select(call => $"assert {tests.Entry}({string.Join(',', call.Arguments.Select(Literal))})=={Literal(call.Returns)}").ToList();
        var brief = lines.Where(line => line.Length <= MaxLength).DefaultIfEmpty(lines.MinBy(line => line.Length)!);
        return string.Join('\n', brief.Take(most));
    }

    // JSON has texts alone as keys: one that is a whole number was one in Python.
    private static string Literal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.Null => "None",
        JsonValueKind.String => Text(value.GetString()!),
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Literal))}]",
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().Select(property => $"{(long.TryParse(property.Name, out _) ? property.Name : Text(property.Name))}:{Literal(property.Value)}"))}}}",
        _ => value.GetRawText(),
    };

    private static string Text(string text)
    {
        var literal = new StringBuilder("'");
        foreach (var c in text)
        {
            literal.Append(c switch { '\'' => "\\'", '\\' => "\\\\", >= ' ' and <= '~' => $"{c}", _ => $"\\u{(int)c:x4}" });
        }

        return literal.Append('\'').ToString();
    }
}
