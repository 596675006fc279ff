using System.Security.Cryptography;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Traces;
using DataEnvGym.Domains;
using DataEnvGym.Hosting.Api.Hosts;
using DataEnvGym.Hosting.Api.Http;
using DataEnvGym.Hosting.Api.Rules;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Hosting.Api.Handlers;

/// <summary>Tells where an example comes from, and what learned from it.</summary>
internal sealed class TraceHandler(IEpisodeHost host, EpisodeFinder finder, IRunFiles files, IArtifactStores stores, DataFolder data)
{
    public async Task<IResult> GetAsync(string id, string example, CancellationToken cancellationToken)
    {
        _ = await finder.GetAsync(id, cancellationToken);
        if (string.IsNullOrWhiteSpace(example) || await host.FindStateAsync(id, cancellationToken) is not { Spec: var spec } state)
        {
            throw NotFound(id);
        }

        var names = await files.ListAsync(id, cancellationToken).Select(file => file.Name).ToListAsync(cancellationToken);
        var run = await new TracedRunReader(names, (name, token) => DescribeAsync(id, name, token)).ReadAsync(spec, state, cancellationToken);
        try
        {
            var trace = await new TraceBuilder(stores.Open(id), TaskCatalog.Open(data.Resolve(spec.Task))).TraceAsync(run, example, cancellationToken);
            return ApiResults.Json(new(id, spec.Seed, trace, null), TraceJson.Default.TraceResult);
        }
        catch (ExampleNotFoundException)
        {
            throw NotFound(id);
        }
    }

    /// <summary>The answer to an id that is no example's.</summary>
    public static ApiException NotFound(string run) =>
        new(ProblemType.ExampleNotFound, $"{run} has no example of that id, or several whose ids begin so; GET {ApiPaths.Examples(run)} lists those that it has.") { Episode = ApiPaths.Episode(run) };

    private async Task<ArtifactRef?> DescribeAsync(string run, string name, CancellationToken cancellationToken)
    {
        if (await files.OpenReadAsync(run, name, cancellationToken) is not { } found)
        {
            return null;
        }

        await using var content = found.Content;
        return new(name, found.File.Length, 0, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)));
    }
}
