using System.Security.Cryptography;
using System.Text;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Chat;

/// <summary>Names a call by its content.</summary>
internal static class PromptHash
{
    private const int RequestBytes = 8;

    /// <summary>
    /// SHA-256 over the roles and texts of the messages, lower-case hexadecimal. Lengths are hashed too, so that no two histories run together.
    /// </summary>
    public static string Of(ChatHistory messages)
    {
        var text = new StringBuilder();
        foreach (var message in messages)
        {
            var content = message.Content ?? "";
            text.Append(message.Role.Label).Append('\n').Append(content.Length).Append('\n').Append(content).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The id of a call with these messages and this seed: 16 hexadecimal digits.</summary>
    public static string Request(string promptHash, ulong seed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{promptHash}\n{seed}")).AsSpan(0, RequestBytes));
}
