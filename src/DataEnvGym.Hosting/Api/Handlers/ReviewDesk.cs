using DataEnvGym.Core.Curation.Reviews;
using DataEnvGym.Core.Documents;
using DataEnvGym.Hosting.Api.Hosts;

namespace DataEnvGym.Hosting.Api.Handlers;

/// <summary>Keeps what people decided about single examples: documents <c>episodes/reviews/{id}/iteration-NN.json</c>, until the iteration is approved of.</summary>
internal sealed class ReviewDesk(IEpisodeHost host, IDocumentStore control)
{
    /// <summary>The decisions about an iteration.</summary>
    public ReviewDecisions Decisions(string run, int iteration) => new(control, $"{Folder(run)}/iteration-{iteration:00}.json");

    /// <summary>Whether an episode shows single examples.</summary>
    public async Task<bool> IsAskedForAsync(string run, CancellationToken cancellationToken) =>
        await host.FindStateAsync(run, cancellationToken) is { Spec.Curation.Review: not null };

    /// <summary>Forgets the decisions of a run.</summary>
    public async Task ForgetAsync(string run, CancellationToken cancellationToken)
    {
        foreach (var name in await control.ListAsync(Folder(run), cancellationToken).ToListAsync(cancellationToken))
        {
            await control.DeleteAsync(name, cancellationToken);
        }
    }

    private static string Folder(string run) => $"episodes/reviews/{run}";
}
