using System.Security.Cryptography;
using System.Text;

namespace DataEnvGym.Jobs.Contract;

/// <summary>
/// The secret of an attempt: 256 random bits as 64 lower-case hexadecimal digits. Who shows it was given the attempt. It stands in the ticket and in what
/// its holder sends back; everybody else knows its hash.
/// </summary>
public static class JobNonce
{
    private const int Digits = 64;

    /// <summary>A new one, from the system's source of randomness.</summary>
    public static string New() => RandomNumberGenerator.GetHexString(Digits, lowercase: true);

    /// <summary>Lower-case hexadecimal SHA-256 of the 64 digits as ASCII text.</summary>
    public static string HashOf(string nonce) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(nonce)));

    /// <summary>Whether a nonce has a hash. Takes the same time whatever differs.</summary>
    public static bool Matches(string? nonce, string sha256) =>
        nonce is { Length: Digits } && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(HashOf(nonce)), Encoding.UTF8.GetBytes(sha256));
}
