using System.Security.Cryptography;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Documents;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Journal;
using DataEnvGym.Local.Runs;
using DataEnvGym.Teachers;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>
/// A run folder and the parts that work on it: the real loop, engine, task and teacher, and a fake student. Each <see cref="RunAsync"/> is one
/// life of a program.
/// </summary>
internal sealed class Gym : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The key of any teacher that wants one. It may appear nowhere.</summary>
    public const string Key = "sk-canary-7f3a9c5e";

    public Gym(EpisodeSpec spec)
    {
        Spec = spec;
        Id = EpisodeIds.Of(spec);
        Lab = new(Diary);
        Folder = new(Scratch.NewFolder());
    }

    public EpisodeSpec Spec { get; }

    public string Id { get; }

    public RunFolder Folder { get; }

    public Diary Diary { get; } = new();

    public FakeLab Lab { get; private init; }

    public Func<Knowledge, string, bool> Knows { init => Lab = new(Diary) { Knows = value }; }

    /// <summary>Changes what the teacher says.</summary>
    public Func<string, string> Rewrite { get; init; } = text => text;

    /// <summary>What stands in a file of examples; there is none unless a test says otherwise.</summary>
    public Func<string, IReadOnlyList<Example>> ReadExamples { get; init; } = file => throw new TaskDataException($"there is no {file}");

    public FrozenClock Clock { get; } = new();

    /// <summary>The engine's clock; the frozen one unless a test says otherwise.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>The clock of teachers on the network.</summary>
    public TimeProvider TeacherTime { get; init; } = TimeProvider.System;

    /// <summary>The engine of the current life.</summary>
    public LocalEngine? Engine { get; private set; }

    public RunRecord Record => new(Folder);

    public async Task<EpisodeReport> RunAsync(JournalHooks? hooks = null, EngineOptions? options = null, IEngineObserver? observer = null, CancellationToken cancellationToken = default)
    {
        using var journal = SqliteJournal.Open(Folder.Journal, hooks ?? new JournalHooks());
        var store = FileArtifactStore.Open(Folder.Artifacts);
        var registry = new EngineRegistry();
        registry.AddEpisodes(Services(store));
        using var engine = new LocalEngine(registry, journal, Time ?? Clock, options, observer);
        Engine = engine;
        var outcome = await engine.RunAsync(EpisodeNames.Episode, Id, new EpisodeState(Id, Spec), cancellationToken).WaitAsync(Patience, CancellationToken.None);
        return await store.ReadJsonAsync(outcome.Report, CoreJson.Default.EpisodeReport, cancellationToken);
    }

    public Task<IReadOnlyList<Item>> ItemsAsync(Split split) => new SpyTask(Spec.Task, new Diary()).LoadAsync(split, CancellationToken.None);

    /// <summary>SHA-256 of every file among the artefacts.</summary>
    public SortedDictionary<string, string> Hashes() => new(
        Directory.EnumerateFiles(Folder.Artifacts, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(Folder.Artifacts, file), file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))),
        StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Folder.FullPath, recursive: true);

    /// <summary>The parts of an episode over a store.</summary>
    public EpisodeServices Services(IArtifactStore store) => FakeServices.Of(store, Path.GetDirectoryName(Folder.FullPath)!, Lab, Diary, Rewrite, Teachers()) with
    {
        ReadExamples = (file, _) => Task.FromResult(ReadExamples(file)),
    };

    private TeacherAccess Teachers() => new(new FileDocumentStore(Folder.Answers)) { Variable = _ => Key, Time = TeacherTime };
}
