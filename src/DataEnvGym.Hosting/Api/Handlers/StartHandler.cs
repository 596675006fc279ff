using System.Security.Cryptography;
using System.Text;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Hosting.Api.Http;
using DataEnvGym.Hosting.Api.Rules;
using DataEnvGym.Hosting.Api.Starts;
using DataEnvGym.Teachers.Prices;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Hosting.Api.Handlers;

/// <summary>Starts episodes.</summary>
internal sealed class StartHandler(EpisodeStarter starter, HostedSpecRules rules)
{
    private const string KeyHeader = "Idempotency-Key";

    public async Task<IResult> StartAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var id = QueryReader.Text(request, "id", 100);
        if (id is not null && !EpisodeId.IsValid(id))
        {
            throw ApiException.Invalid("id", "is no id of a run: use 3 to 63 lower-case letters, digits and hyphens, beginning with a letter or digit.");
        }

        var key = ReadKey(request);
        var body = await BoundedBody.ReadJsonAsync(request, SpecReader.MaxLength, cancellationToken);
        var start = new StartRequest(ReadSpec(body), Hash([.. Encoding.UTF8.GetBytes($"{id}\n"), .. body.Span]))
        {
            Id = id,
            Key = key is null ? null : Hash(Encoding.UTF8.GetBytes(key)),
        };
        var (outcome, run) = await starter.StartAsync(start, cancellationToken);
        return outcome switch
        {
            StartOutcome.Exists => throw new ApiException(
                ProblemType.EpisodeExists, $"{run} was started before; look at it, delete it, or start this one under another id.") { Episode = ApiPaths.Episode(run) },
            StartOutcome.KeyReused => throw new ApiException(
                ProblemType.KeyReused, $"The header {KeyHeader} came before with another body or id; use a new key for a new request.") { Episode = ApiPaths.Episode(run) },
            _ => ApiResults.Accepted(run),
        };
    }

    private EpisodeSpec ReadSpec(ReadOnlyMemory<byte> body)
    {
        try
        {
            var spec = SpecReader.Read(body, "the spec", prices: PriceList.Embedded);
            var problems = rules.Check(spec);
            return problems.Count == 0 ? spec : throw new SpecException("the spec", problems);
        }
        catch (SpecException error)
        {
            throw SpecProblems.ToApi(error);
        }
    }

    private static string? ReadKey(HttpRequest request) => request.Headers[KeyHeader] switch
    {
        [] => null,
        [{ Length: > 0 and <= 255 } key] when key.All(c => c is > ' ' and <= '~') => key,
        _ => throw ApiException.Invalid(KeyHeader, "is not one text of 1 to 255 visible ASCII characters; send a new UUID, for example."),
    };

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
