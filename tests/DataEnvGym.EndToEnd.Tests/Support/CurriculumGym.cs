using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Documents;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Documents;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Journal;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>A curriculum and its run folders, with the real loop and engine and a fake student. Each <see cref="GoOnAsync"/> is one life of a program.</summary>
internal sealed class CurriculumGym : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string root = Scratch.NewFolder();
    private readonly FileDocumentStore documents;

    public CurriculumGym(CurriculumSpec spec)
    {
        Spec = spec;
        Lab = new(Diary);
        documents = new(Path.Combine(root, "control"));
        Book = new(documents);
    }

    public CurriculumSpec Spec { get; }

    public CurriculumBook Book { get; }

    public Diary Diary { get; } = new();

    public FakeLab Lab { get; private init; }

    public Func<Knowledge, string, bool> Knows { init => Lab = new(Diary) { Knows = value }; }

    public FrozenClock Clock { get; } = new();

    /// <summary>Claims the next run, as the service does.</summary>
    public async Task<CurriculumRun> ClaimAsync()
    {
        await documents.TryCreateAsync(CurriculumBook.StateOf(Spec.Id), new CurriculumState(Spec, Clock.GetUtcNow()), CoreJson.Default.CurriculumState, default);
        var found = (await Book.FindAsync(Spec.Id, default))!;
        (await Book.TryReplaceAsync(found.Value.Begin(found.Value.NextNumber, Clock.GetUtcNow()), found.Version, default)).ShouldBeTrue();
        return new(found.Value.NextNumber, Spec, found.Value.Champion);
    }

    /// <summary>Claims the next run and runs it to its end.</summary>
    public async Task<CurriculumOutcome> RunAsync() => await GoOnAsync(await ClaimAsync());

    public async Task<CurriculumOutcome> GoOnAsync(CurriculumRun run, JournalHooks? hooks = null, EngineOptions? options = null)
    {
        var folder = Folder(run.Run);
        var store = FileArtifactStore.Open(folder.Artifacts);
        using var journal = SqliteJournal.Open(folder.Journal, hooks ?? new JournalHooks());
        var services = FakeServices.Of(store, root, Lab, Diary, text => text);
        var registry = new EngineRegistry();
        registry.AddEpisodes(services);
        registry.AddCurricula(services, documents);
        using var engine = new LocalEngine(registry, journal, Clock, options);
        return await engine.RunAsync(CurriculumNames.Run, run.Run, run, default).WaitAsync(Patience);
    }

    public RunFolder Folder(string run) => new(root, RunId.Parse(run));

    public async Task<CurriculumState> StateAsync() => (await Book.FindAsync(Spec.Id, default))!.Value;

    /// <summary>All that the runs and the curriculum have left but journals: name → SHA-256.</summary>
    public SortedDictionary<string, string> Hashes() => new(
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => file.Contains("/artifacts/", StringComparison.Ordinal) || file.EndsWith(".json", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(root, file), file => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))),
        StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(root, recursive: true);
}
