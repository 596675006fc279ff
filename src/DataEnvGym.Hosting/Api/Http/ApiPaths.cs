namespace DataEnvGym.Hosting.Api.Http;

/// <summary>Where things are. Relative to the service, whose own name callers know better than it does.</summary>
internal static class ApiPaths
{
    public const string Episodes = "/api/episodes";

    public const string Curricula = "/api/curricula";

    public static string Curriculum(string id) => $"{Curricula}/{id}";

    public static string Episode(string run) => $"{Episodes}/{run}";

    public static string Artifacts(string run) => $"{Episode(run)}/artifacts";

    public static string Artifact(string run, string name) => $"{Artifacts(run)}/{name}";

    public static string Examples(string run) => $"{Episode(run)}/examples";

    public static string Approve(string run) => $"{Episode(run)}/approve";
}
