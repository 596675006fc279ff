using DataEnvGym.Core.Artifacts;
using DataEnvGym.Hosting.Api.Http;
using DataEnvGym.Hosting.Api.Models;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Hosting.Api.Handlers;

/// <summary>Hands out what episodes have stored.</summary>
internal sealed class ArtifactHandler(IRunFiles files, EpisodeFinder finder)
{
    public async Task<IResult> ListAsync(string id, CancellationToken cancellationToken)
    {
        _ = await finder.GetAsync(id, cancellationToken);
        var items = new List<ArtifactEntry>();
        await foreach (var file in files.ListAsync(id, cancellationToken))
        {
            if (KnownArtifacts.TypeOf(file.Name) is not null)
            {
                items.Add(new(file.Name, file.Length, file.Modified, ApiPaths.Artifact(id, file.Name)));
            }
        }

        return ApiResults.Json(new(items), ApiJson.Default.ArtifactList);
    }

    public async Task<IResult> GetAsync(string id, string name, CancellationToken cancellationToken)
    {
        _ = await finder.GetAsync(id, cancellationToken);
        if (KnownArtifacts.TypeOf(name) is not { } type || await files.OpenReadAsync(id, name, cancellationToken) is not { } found)
        {
            throw new ApiException(ProblemType.ArtifactNotFound, $"{id} has no artefact of that name; GET {ApiPaths.Artifacts(id)} lists those that it has.")
            {
                Episode = ApiPaths.Episode(id),
            };
        }

        return Results.Stream(found.Content, type, Path.GetFileName(name), found.File.Modified, enableRangeProcessing: true);
    }
}
