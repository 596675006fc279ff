using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Core.Curricula;

/// <summary>Where curricula are written down, and the one way in which a run is closed.</summary>
/// <param name="documents">The documents of all curricula.</param>
public sealed class CurriculumBook(IDocumentStore documents)
{
    private const string Folder = "curricula";

    /// <summary>The documents themselves.</summary>
    public IDocumentStore Documents { get; } = documents;

    /// <summary>Where a curriculum stands.</summary>
    public static string StateOf(string id) => $"{Folder}/{id}.json";

    /// <summary>Where what came of its runs stands.</summary>
    public static string HistoryOf(string id) => $"{Folder}/{id}/history";

    /// <summary>Where what came of a run stands.</summary>
    public static string EntryOf(string id, int number) => $"{HistoryOf(id)}/{number:D6}.json";

    /// <summary>Reads a curriculum; nothing if there is none of that id.</summary>
    public Task<Versioned<CurriculumState>?> FindAsync(string id, CancellationToken cancellationToken) =>
        Documents.FindAsync(StateOf(id), CoreJson.Default.CurriculumState, cancellationToken);

    /// <summary>Writes a curriculum if it still is as it was read.</summary>
    public Task<bool> TryReplaceAsync(CurriculumState state, string version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Documents.TryReplaceAsync(StateOf(state.Spec.Id), state, CoreJson.Default.CurriculumState, version, cancellationToken);
    }

    /// <summary>The ids of all curricula, sorted.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        await foreach (var name in Documents.ListAsync(Folder, cancellationToken))
        {
            if (name.Count('/') == 1 && name.EndsWith(".json", StringComparison.Ordinal))
            {
                ids.Add(name[(Folder.Length + 1)..^".json".Length]);
            }
        }

        return ids;
    }

    /// <summary>
    /// Closes a run: writes down what came of it, and makes its student the champion if it was promoted. The first outcome that is written for a number
    /// counts, whoever wrote it; applied again, by a replay or by another host, it changes nothing.
    /// </summary>
    /// <returns>The outcome that counts.</returns>
    /// <exception cref="DocumentException">The curriculum is not there any more.</exception>
    public async Task<CurriculumOutcome> CloseAsync(string id, CurriculumOutcome outcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var name = EntryOf(id, outcome.Number);
        if (!await Documents.TryCreateAsync(name, outcome, CoreJson.Default.CurriculumOutcome, cancellationToken))
        {
            outcome = (await Documents.FindAsync(name, CoreJson.Default.CurriculumOutcome, cancellationToken))?.Value
                ?? throw new DocumentException($"The document {name} has disappeared while it was written.");
        }

        while (true)
        {
            var found = await FindAsync(id, cancellationToken)
                ?? throw new DocumentException($"The curriculum {id} was removed while its run {outcome.Run} was going; what came of the run stands in {name}.");
            if (found.Value.Running?.Number != outcome.Number || await TryReplaceAsync(found.Value.End(outcome), found.Version, cancellationToken))
            {
                return outcome;
            }
        }
    }
}
