using System.Globalization;
using System.Text.Json.Nodes;

namespace DataEnvGym.Azure.ContainerApps;

/// <summary>
/// What one execution of a job shall run. A template given at the start replaces the job's own, so it is a copy of that one, with the attempt named in the
/// environment of its first container. The fields are those of <c>JobExecutionContainer</c> in the API of 2025-07-01.
/// </summary>
internal static class ExecutionTemplate
{
    public const string JobUri = "JOB_URI";
    public const string Attempt = "ATTEMPT";

    private static readonly string[] Fields = ["name", "image", "command", "args", "env", "resources"];

    /// <param name="job">The job's resource.</param>
    /// <param name="ticket">Address of the attempt's ticket. The ticket itself holds a secret and is fetched by the worker.</param>
    /// <param name="attempt">1-based.</param>
    /// <exception cref="ContainerAppsException">The job has no container.</exception>
    public static JsonObject For(JsonNode? job, Uri ticket, int attempt)
    {
        var template = job.At("properties", "template");
        var containers = Copy(template.At("containers"));
        if (containers.FirstOrDefault() is not JsonObject worker)
        {
            throw new ContainerAppsException("The Container Apps job has no container in its template; deploy it with the worker's image.");
        }

        worker["env"] = Environment(worker["env"], (JobUri, ticket.AbsoluteUri), (Attempt, attempt.ToString(CultureInfo.InvariantCulture)));
        var result = new JsonObject { ["containers"] = containers };
        if (Copy(template.At("initContainers")) is { Count: > 0 } before)
        {
            result["initContainers"] = before;
        }

        return result;
    }

    /// <summary>Whether an execution is that of an attempt.</summary>
    public static bool IsFor(JsonNode execution, Uri ticket, int attempt) =>
        execution.At("properties", "template", "containers").Items().Select(container => container.At("env")).Any(
            env => Has(env, JobUri, ticket.AbsoluteUri) && Has(env, Attempt, attempt.ToString(CultureInfo.InvariantCulture)));

    private static bool Has(JsonNode? env, string name, string value) => env.Items().Any(variable => variable.Text("name") == name && variable.Text("value") == value);

    private static JsonArray Copy(JsonNode? containers)
    {
        var copies = new JsonArray();
        foreach (var container in containers.Items())
        {
            var copy = new JsonObject();
            foreach (var field in Fields)
            {
                if (container.At(field) is { } value)
                {
                    copy[field] = value.DeepClone();
                }
            }

            // Told by the platform, not told to it.
            (copy["resources"] as JsonObject)?.Remove("ephemeralStorage");
            copies.Add((JsonNode)copy);
        }

        return copies;
    }

    private static JsonArray Environment(JsonNode? env, params (string Name, string Value)[] added)
    {
        var kept = env.Items().Where(variable => !added.Any(add => add.Name == variable.Text("name"))).Select(variable => variable.DeepClone());
        return [.. kept, .. added.Select(add => new JsonObject { ["name"] = add.Name, ["value"] = add.Value })];
    }
}
