using System.Security.Cryptography;

namespace DataEnvGym.Azure.Tests;

/// <summary>Names that no other test uses.</summary>
internal static class Names
{
    public static string Fresh(string prefix) => $"{prefix}-{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
}
