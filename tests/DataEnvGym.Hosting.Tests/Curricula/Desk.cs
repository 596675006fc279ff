using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Students;
using DataEnvGym.Hosting.Curricula;
using DataEnvGym.Local.Documents;
using Microsoft.Extensions.Time.Testing;

namespace DataEnvGym.Hosting.Tests.Curricula;

/// <summary>The curricula of a folder, a clock, and a host that starts nothing. It is noon when a test begins, and runs are due at each full hour.</summary>
internal sealed class Desk : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dataenvgym-curricula-");

    public Desk()
    {
        Service = NewService();
        Book = new(new FileDocumentStore(folder.FullName));
    }

    public static CurriculumSpec Hourly { get; } = new() { Id = "hourly", Schedule = "0 0 * * * *", Episode = new() { Stop = new() { Iterations = 1 } } };

    public static CheckpointRef Checkpoint { get; } = new("embedded", new("checkpoints/01.safetensors", 1, 1, new('a', 64)), null);

    public ScriptedHost Host { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public CurriculumService Service { get; }

    public CurriculumBook Book { get; }

    /// <summary>The same curricula, looked after by another host.</summary>
    public CurriculumService NewService() => new(new FileDocumentStore(folder.FullName), Host, Clock);

    public Task<IReadOnlyList<CurriculumTick>> TickAsync(TimeSpan later)
    {
        Clock.Advance(later);
        return Service.TickAsync(Clock.GetUtcNow(), default);
    }

    public Task<CurriculumState> StateAsync() => Service.GetAsync("hourly", default);

    /// <summary>What a run does at its end.</summary>
    public async Task EndAsync(string run, CurriculumVerdict verdict)
    {
        var number = int.Parse(run[(run.LastIndexOf('-') + 1)..]);
        await Book.CloseAsync("hourly", new(number, run, Clock.GetUtcNow(), Clock.GetUtcNow(), verdict, "ended") { Challenger = Checkpoint }, default);
        Host.Standings[run] = RunStanding.Ended;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
