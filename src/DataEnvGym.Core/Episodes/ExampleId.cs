using System.Security.Cryptography;
using System.Text;
using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Episodes;

/// <summary>Ids of examples.</summary>
internal static class ExampleId
{
    /// <summary>The id that follows from where an example comes from and what it says.</summary>
    public static string Of(string episode, int iteration, Draft draft)
    {
        var content = string.Join('\n', episode, iteration, draft.OrderId, draft.Prompt, draft.Solution, draft.Answer);
        return $"ex-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 10))}";
    }
}
