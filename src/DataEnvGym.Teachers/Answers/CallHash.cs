using System.Security.Cryptography;
using System.Text.Json;

namespace DataEnvGym.Teachers.Answers;

/// <summary>The SHA-256 of all that decides an answer.</summary>
internal static class CallHash
{
    /// <summary>64 hexadecimal digits.</summary>
    public static string Of(CallContent call) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(call, AnswerJson.Default.CallContent)));
}
