using System.Text.Json.Nodes;

namespace DataEnvGym.Infrastructure.Tests;

/// <summary>What a parameter file would deploy.</summary>
internal sealed class Deployment
{
    const string Tests = "tests/DataEnvGym.Infrastructure.Tests/Parameters/";

    readonly JsonObject snapshot;

    Deployment(JsonObject snapshot) => this.snapshot = snapshot;

    /// <summary>The parameter files that are shipped, and those that turn on what the shipped ones leave off.</summary>
    public static IReadOnlyList<string> Files { get; } =
        ["bicep/parameters/dev.bicepparam", "bicep/parameters/prod.bicepparam", Tests + "everything.bicepparam", Tests + "storage-backend.bicepparam"];

    public static TheoryData<string> All => [.. Files];

    public static Deployment Everything => Of(Tests + "everything.bicepparam");

    public static Deployment StorageBackend => Of(Tests + "storage-backend.bicepparam");

    public JsonArray Diagnostics => snapshot["diagnostics"]!.AsArray();

    public IEnumerable<JsonObject> Resources => snapshot["predictedResources"]!.AsArray().Select(r => r!.AsObject());

    public static Deployment Of(string parameterFile)
    {
        BicepCompiler.Require();
        return new(BicepCompiler.Snapshot(parameterFile));
    }

    public string Output(string name) => snapshot.At<string>($"outputs/{name}");

    public IReadOnlyList<JsonObject> OfType(string type) =>
        [.. Resources.Where(r => string.Equals((string?)r["type"], type, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The one resource of a type, whose name ends as given.</summary>
    public JsonObject Single(string type, string nameEnd = "") =>
        OfType(type).Where(r => ((string)r["name"]!).EndsWith(nameEnd)).ShouldHaveSingleItem();

    /// <summary>Last parts of the names of all resources of a type.</summary>
    public IEnumerable<string> Names(string type) => OfType(type).Select(r => ((string)r["name"]!).Split('/')[^1]);
}
