using System.Text.Json.Nodes;

namespace DataEnvGym.Azure.ContainerApps;

/// <summary>What the Azure Resource Manager answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON, if there was any.</param>
/// <param name="RetryAfter">How long it asks to wait.</param>
internal sealed record ArmAnswer(int Status, JsonNode? Body, TimeSpan? RetryAfter)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The service has trouble of its own, or too much to do.</summary>
    public bool IsTrouble => Status is 408 or 429 or >= 500;

    /// <summary>No room now; later there may be: https://learn.microsoft.com/azure/container-apps/quotas</summary>
    public bool IsNoRoom => Status is 409 or 429
        || (!IsSuccess && (Code.Contains("Quota", StringComparison.OrdinalIgnoreCase) || Code.Contains("Capacity", StringComparison.OrdinalIgnoreCase)));

    public string Code => Body.Text("error", "code") ?? "";

    /// <summary>For people.</summary>
    public string Problem => $"{Status} {Code} {Body.Text("error", "message")}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd();
}
