using System.Security.Cryptography;
using System.Text;

namespace DataEnvGym.Functions.Engine;

/// <summary>
/// Ids of workflow instances: an episode's is its run's id, a child's <c>{parent}:{child}</c>. One that would be longer than the host allows keeps its run, and
/// the rest becomes a hash.
/// </summary>
internal static class InstanceIds
{
    // https://learn.microsoft.com/azure/azure-functions/durable/durable-functions-instance-management
    private const int Longest = 100;
    private const int HashDigits = 32;
    private const char Separator = ':';

    /// <summary>The id of a child.</summary>
    public static string ChildOf(string parent, string child)
    {
        var id = $"{parent}{Separator}{child}";
        return id.Length <= Longest ? id : $"{RunOf(parent)}{Separator}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..HashDigits]}";
    }

    /// <summary>The run that an instance belongs to.</summary>
    public static string RunOf(string instance) => instance.IndexOf(Separator) is >= 0 and var end ? instance[..end] : instance;
}
