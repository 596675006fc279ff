using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DataEnvGym.Cli.Tests.Support;

/// <summary>What a finished process has left.</summary>
internal sealed partial record CliResult(int Code, string Out, string Error)
{
    /// <summary>Standard output as one JSON value; anything else there is an error.</summary>
    public JsonNode Json => JsonNode.Parse(Out)!;

    /// <summary>Standard error without the line end, for messages of one line.</summary>
    public string Message
    {
        get
        {
            var message = Error.TrimEnd('\n');
            message.ShouldNotContain("\n", customMessage: "The message has more than one line.");
            return message;
        }
    }

    public CliResult ShouldBe(int code)
    {
        Code.ShouldBe(code, $"standard output:\n{Out}\nstandard error:\n{Error}");
        return this;
    }

    /// <summary>What no output may ever hold when it does not go to a terminal.</summary>
    public void ShouldBeFitToRead()
    {
        foreach (var text in (string[])[Out, Error])
        {
            text.ShouldNotContain('\x1b');
            text.ShouldNotContain("Unhandled exception");
            TypeName().Match(text).Value.ShouldBe("", $"There is a .NET name or a stack trace in:\n{text}");
        }
    }

    [GeneratedRegex(@"(System|DataEnvGym|Microsoft)\.[A-Z]\w+|^\s+at [\w.]+\(|\(Parameter '", RegexOptions.Multiline)]
    private static partial Regex TypeName();
}
