using System.Text.Json.Nodes;
using DataEnvGym.Core.Jobs;

namespace DataEnvGym.Azure.ContainerApps;

/// <summary>Translates the state of an execution.</summary>
internal static class ExecutionStatus
{
    private const int LongestReason = 500;

    public static PlatformStatus Of(string name, JsonNode? execution) => execution.Text("properties", "status") switch
    {
        "Processing" => new(PlatformState.Pending),
        "Running" or "Degraded" => new(PlatformState.Running),
        "Succeeded" => new(PlatformState.Succeeded),
        "Failed" or "Stopped" => new(PlatformState.Failed, Reason(name, execution)),
        _ => new(PlatformState.Unknown),
    };

    private static string Reason(string name, JsonNode? execution)
    {
        var details = execution.At("properties", "detailedStatus");
        var reason = $"Execution {name} is {execution.Text("properties", "status")!.ToLowerInvariant()}: "
            + (details is null ? "the job's system log says why." : string.Join(' ', Texts(details).Distinct()));
        return reason.Length > LongestReason ? reason[..LongestReason] + "…" : reason;
    }

    // Newer versions of the service tell more, per replica and container; its shape is not fixed, its words are what people need.
    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Texts(field.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
