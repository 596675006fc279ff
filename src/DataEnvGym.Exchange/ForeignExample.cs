using System.Security.Cryptography;
using System.Text;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Exchange;

/// <summary>An example of whose making nothing is known: it came from a file of another program.</summary>
internal static class ForeignExample
{
    private const string Unknown = "import";

    /// <summary>
    /// Makes an example of a question and a response. Which part of the response is the answer is not known, so all of it is; its provenance names the file and the
    /// line, and nothing else.
    /// </summary>
    public static Example Of(string prompt, string response, string file, int line)
    {
        var content = Encoding.UTF8.GetBytes($"{prompt.Length}\n{prompt}\n{response}");
        var id = $"im-{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 10))}";
        return new(id, prompt, "", response, null, new(Unknown, 0, Unknown, Unknown, $"line-{line}", new(Unknown, null, $"{file}:{line}", [], 0)));
    }
}
