using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Hosting.Curricula;

/// <summary>Standing curricula: made, changed, looked at and run. Any number of hosts may use the same documents at once.</summary>
public sealed class CurriculumService
{
    private readonly CurriculumBook book;
    private readonly CurriculumRuns runs;
    private readonly TimeProvider time;

    /// <summary>The curricula in a document store.</summary>
    /// <param name="documents">Where they are written down.</param>
    /// <param name="host">Where their runs go on.</param>
    /// <param name="time">The clock.</param>
    public CurriculumService(IDocumentStore documents, ICurriculumHost host, TimeProvider time)
    {
        book = new(documents);
        runs = new(book, host);
        this.time = time;
    }

    /// <summary>Adds a curriculum. Its schedule counts from now on.</summary>
    /// <exception cref="CurriculumException">There is one of that id.</exception>
    public async Task<CurriculumState> AddAsync(CurriculumSpec spec, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spec);
        CurriculumId.Require(spec.Id);
        var state = new CurriculumState(spec, time.GetUtcNow());
        return await book.Documents.TryCreateAsync(CurriculumBook.StateOf(spec.Id), state, CoreJson.Default.CurriculumState, cancellationToken)
            ? state
            : throw new CurriculumException(CurriculumProblem.Conflict, $"There is a curriculum {spec.Id} already; change it, remove it, or choose another id.");
    }

    /// <summary>All curricula, by id.</summary>
    public async Task<IReadOnlyList<CurriculumState>> ListAsync(CancellationToken cancellationToken)
    {
        var states = new List<CurriculumState>();
        foreach (var id in await book.ListAsync(cancellationToken))
        {
            // It may have been removed since it was listed.
            if (await book.FindAsync(id, cancellationToken) is { } found)
            {
                states.Add(found.Value);
            }
        }

        return states;
    }

    /// <summary>One curriculum.</summary>
    /// <exception cref="CurriculumException">There is none of that id.</exception>
    public async Task<CurriculumState> GetAsync(string id, CancellationToken cancellationToken) => (await RequireAsync(id, cancellationToken)).Value;

    /// <summary>
    /// Changes a curriculum; a run that is going keeps what it was started with. With another schedule, or enabled anew, the schedule counts from now on.
    /// </summary>
    /// <exception cref="CurriculumException">There is none of that id, or it has a champion and the change is of another student.</exception>
    public Task<CurriculumState> UpdateAsync(CurriculumSpec spec, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return ChangeAsync(spec.Id, state => state.Champion is not null && state.Spec.Episode.Student != spec.Episode.Student
            ? throw new CurriculumException(CurriculumProblem.Invalid, $"episode.student: {spec.Id} has a champion, which is of another student; add a curriculum of another id instead.")
            : With(state, spec), cancellationToken);
    }

    /// <summary>Lets the schedule start runs, or not.</summary>
    /// <exception cref="CurriculumException">There is none of that id.</exception>
    public Task<CurriculumState> SetEnabledAsync(string id, bool enabled, CancellationToken cancellationToken) =>
        ChangeAsync(id, state => With(state, state.Spec with { Enabled = enabled }), cancellationToken);

    /// <summary>Removes a curriculum and its history. Its runs, and what they made, stay.</summary>
    /// <exception cref="CurriculumException">There is none of that id, or a run of it is going.</exception>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        var state = (await RequireAsync(id, cancellationToken)).Value;
        if (state.Running is { } claim && await runs.FindAsync(claim, time.GetUtcNow(), cancellationToken) == RunStanding.Running)
        {
            throw new CurriculumException(CurriculumProblem.Conflict, $"The run {claim.Run} of {id} is going; stop it or wait for its end, then remove the curriculum.");
        }

        // The history first: an entry left over would be taken for that of a later curriculum of the same id.
        await foreach (var name in book.Documents.ListAsync(CurriculumBook.HistoryOf(id), cancellationToken))
        {
            await book.Documents.DeleteAsync(name, cancellationToken);
        }

        await book.Documents.DeleteAsync(CurriculumBook.StateOf(id), cancellationToken);
    }

    /// <summary>What came of the runs of a curriculum, the newest first.</summary>
    /// <param name="id">The curriculum.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CurriculumException">There is none of that id.</exception>
    public async Task<IReadOnlyList<CurriculumOutcome>> HistoryAsync(string id, int most, CancellationToken cancellationToken)
    {
        await RequireAsync(id, cancellationToken);
        var names = new List<string>();
        await foreach (var name in book.Documents.ListAsync(CurriculumBook.HistoryOf(id), cancellationToken))
        {
            names.Add(name);
        }

        var outcomes = new List<CurriculumOutcome>();
        foreach (var name in names.OrderDescending(StringComparer.Ordinal).Take(most))
        {
            outcomes.Add((await book.Documents.FindAsync(name, CoreJson.Default.CurriculumOutcome, cancellationToken))!.Value);
        }

        return outcomes;
    }

    /// <summary>What came of one run; nothing if it has not ended.</summary>
    public async Task<CurriculumOutcome?> FindOutcomeAsync(string id, int number, CancellationToken cancellationToken)
    {
        CurriculumId.Require(id);
        return (await book.Documents.FindAsync(CurriculumBook.EntryOf(id, number), CoreJson.Default.CurriculumOutcome, cancellationToken))?.Value;
    }

    /// <summary>Starts the next run now, whatever the schedule says, or goes on with an interrupted one.</summary>
    /// <returns>The run's id.</returns>
    /// <exception cref="CurriculumException">There is no such curriculum, or a run of it is going.</exception>
    public async Task<string> RunNowAsync(string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (found, now) = (await RequireAsync(id, cancellationToken), time.GetUtcNow());
            if (found.Value.Running is not { } claim)
            {
                if (await runs.StartAsync(found, tick: null, now, cancellationToken) is { } run)
                {
                    return run.Run;
                }

                continue;
            }

            switch (await runs.FindAsync(claim, now, cancellationToken))
            {
                case RunStanding.Running:
                    throw new CurriculumException(CurriculumProblem.Conflict, $"The run {claim.Run} of {id} is going; wait for its end.");
                case RunStanding.Interrupted:
                    await runs.ResumeAsync(found.Value, cancellationToken);
                    return claim.Run;
                default:
                    await runs.BuryAsync(id, claim, CurriculumTicker.Dead, now, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Looks after every curriculum: goes on with interrupted runs, writes dead ones down, and starts what is due. To be called again and again.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    /// <returns>What was done; empty where there was nothing to do.</returns>
    public Task<IReadOnlyList<CurriculumTick>> TickAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        new CurriculumTicker(book, runs).TickAsync(now, cancellationToken);

    private CurriculumState With(CurriculumState state, CurriculumSpec spec)
    {
        var anew = spec.Schedule != state.Spec.Schedule || (spec.Enabled && !state.Spec.Enabled);
        return state with { Spec = spec, LastTick = anew ? time.GetUtcNow() : state.LastTick };
    }

    private async Task<CurriculumState> ChangeAsync(string id, Func<CurriculumState, CurriculumState> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await RequireAsync(id, cancellationToken);
            var changed = change(found.Value);
            if (await book.TryReplaceAsync(changed, found.Version, cancellationToken))
            {
                return changed;
            }
        }
    }

    private async Task<Versioned<CurriculumState>> RequireAsync(string id, CancellationToken cancellationToken)
    {
        CurriculumId.Require(id);
        return await book.FindAsync(id, cancellationToken)
            ?? throw new CurriculumException(CurriculumProblem.NotFound, $"There is no curriculum {id}.");
    }
}
