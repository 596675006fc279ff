using DataEnvGym.Core.Episodes;
using DataEnvGym.Hosting.Api.Http;

namespace DataEnvGym.Hosting.Api.Handlers;

/// <summary>Ids of runs in the cloud: three characters at least, because storage wants that.</summary>
internal static class EpisodeId
{
    private const int Shortest = 3;

    public static bool IsValid(string id) => id.Length >= Shortest && RunId.TryParse(id, out _);

    /// <summary>Refuses what is no id: there cannot be such an episode.</summary>
    public static void Require(string id)
    {
        if (!IsValid(id))
        {
            throw NotFound("an id like that");
        }
    }

    public static ApiException NotFound(string run) => new(ProblemType.EpisodeNotFound, $"There is no episode of {run}; GET {ApiPaths.Episodes} lists those that there are.");
}
