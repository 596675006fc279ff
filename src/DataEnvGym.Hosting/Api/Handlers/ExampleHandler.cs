using System.Runtime.CompilerServices;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Hosting.Api.Http;
using DataEnvGym.Hosting.Api.Models;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Hosting.Api.Handlers;

/// <summary>Shows what episodes taught, or are about to teach.</summary>
internal sealed class ExampleHandler(IRunFiles files, EpisodeFinder finder)
{
    private const int DefaultLimit = 100;
    private const int MostItems = 1000;
    private const int MostIterations = 99_999;
    private const int LongestSkill = 500;

    public async Task<IResult> ListAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var iteration = QueryReader.Number(request, "iteration", 1, MostIterations);
        var skill = QueryReader.Text(request, "skill", LongestSkill);
        var limit = QueryReader.Number(request, "limit", 1, MostItems);
        var skip = QueryReader.Number(request, "after", 0, int.MaxValue) ?? 0;
        _ = await finder.GetAsync(id, cancellationToken);
        if (request.Headers.Accept.Any(accept => accept?.Contains(JsonLinesResult.MediaType, StringComparison.OrdinalIgnoreCase) == true))
        {
            var all = ReadAsync(id, iteration, skill, CancellationToken.None);
            return new JsonLinesResult(limit is { } most ? all.Skip(skip).Take(most) : all.Skip(skip));
        }

        var size = limit ?? DefaultLimit;
        var page = await ReadAsync(id, iteration, skill, cancellationToken).Skip(skip).Take(size + 1).ToListAsync(cancellationToken);
        var filter = (iteration is null ? "" : $"&iteration={iteration}") + (skill is null ? "" : $"&skill={Uri.EscapeDataString(skill)}");
        var next = page.Count > size ? $"{ApiPaths.Examples(id)}?limit={size}&after={skip + size}{filter}" : null;
        return ApiResults.Json(new([.. page.Take(size)], next), ApiJson.Default.ExampleList);
    }

    private async IAsyncEnumerable<Example> ReadAsync(string id, int? iteration, string? skill, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var name in await FindFilesAsync(id, iteration, cancellationToken))
        {
            if (await files.OpenReadAsync(id, name, cancellationToken) is not { } found)
            {
                continue; // The episode was deleted just now.
            }

            await using var content = found.Content;
            await foreach (var example in JsonLines.ReadAsync(content, CoreJson.Default.Example, cancellationToken))
            {
                if (skill is null || TreePath.IsWithin(example.Skill, skill))
                {
                    yield return example;
                }
            }
        }
    }

    // A top-up writes the whole selection anew, so that the last round of an iteration is the one that is trained on.
    private async Task<IReadOnlyList<string>> FindFilesAsync(string id, int? iteration, CancellationToken cancellationToken)
    {
        var last = new SortedDictionary<int, (int Round, string Name)>();
        await foreach (var file in files.ListAsync(id, cancellationToken))
        {
            if (KnownArtifacts.ExamplesOf(file.Name) is { } place && (iteration ?? place.Iteration) == place.Iteration
                && (!last.TryGetValue(place.Iteration, out var known) || known.Round < place.Round))
            {
                last[place.Iteration] = (place.Round, file.Name);
            }
        }

        return [.. last.Values.Select(file => file.Name)];
    }
}
