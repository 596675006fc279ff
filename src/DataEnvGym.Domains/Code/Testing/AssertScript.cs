using System.Text;
using System.Text.Json;

namespace DataEnvGym.Domains.Code.Testing;

/// <summary>Writes calls as Python, for whoever gives tests in few words.</summary>
public static class AssertScript
{
    /// <summary>Calls of tests as <c>assert</c> statements, one a line, in their order: those that still fit, and at least the shortest.</summary>
    /// <param name="check">Tests, as <see cref="CodeTests.Write"/> writes them, with a call at least.</param>
    /// <param name="maxLength">Longest text, in characters.</param>
    /// <exception cref="FormatException">The text holds no tests.</exception>
    public static string Of(string check, int maxLength)
    {
        var tests = CodeTests.Read(check);
        var lines = tests.Tests.OfType<CallTest>().Select(call => $"assert {tests.Entry}({string.Join(',', call.Arguments.Select(Literal))})=={Literal(call.Returns)}").ToList();
        var shortest = lines.MinBy(line => line.Length)!;
        var left = maxLength - shortest.Length;
        var kept = new List<string>();
        foreach (var line in lines)
        {
            if (line == shortest)
            {
                kept.Add(line);
            }
            else if (line.Length < left)
            {
                left -= line.Length + 1;
                kept.Add(line);
            }
        }

        return string.Join('\n', kept);
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
