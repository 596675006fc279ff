using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Teachers;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Local.Documents;
using DataEnvGym.Teachers.Replay;

namespace DataEnvGym.EndToEnd.Tests.Teachers;

public sealed class ReplayedRunTests
{
    [Theory]
    [InlineData(EnvironmentKind.SkillList)]
    [InlineData(EnvironmentKind.OpenEnded)]
    public async Task Run_Exported_IsPlayedAgainWithoutTheServer(EnvironmentKind environment)
    {
        var spec = Specs.Small with { Environment = environment };
        var price = new TokenPrice { InputPerMillion = 0.7m, OutputPerMillion = 2.3m };
        await using var server = await ModelServer.StartAsync();
        using var live = new Gym(spec with
        {
            Teacher = spec.Teacher with { Kind = TeacherKinds.Compatible, Model = "test-model", Endpoint = server.Address, ApiKeyVariable = "TEST_API_KEY", Price = price, Streaming = true },
        });
        var expected = await live.RunAsync();
        var (sold, recording) = (server.Sales.Count, Path.Combine(live.Folder.FullPath, "recording.jsonl"));
        await using (var stream = File.Create(recording))
        {
            var names = Directory.EnumerateFiles(live.Folder.Answers, "*.json").Select(name => Path.GetFileName(name));
            (await RecordingExport.WriteAsync(new FileDocumentStore(live.Folder.Answers), names, stream, default)).ShouldBe((sold, 0));
        }

        await server.DisposeAsync();
        using var played = new Gym(spec with { Teacher = spec.Teacher with { Kind = TeacherKinds.Replay, Fixtures = recording, Price = price } });
        var report = await played.RunAsync();

        report.Spend.ShouldBe(expected.Spend);
        (await played.Record.ExamplesAsync()).Select(Content).ShouldBe((await live.Record.ExamplesAsync()).Select(Content));
        (await File.ReadAllTextAsync(recording)).ShouldNotContain(Gym.Key);
    }

    // Ids and episode name the spec, which says who is asked; all else is the same.
    private static string Content(Example example) =>
        $"{example.Prompt} {example.Solution} {example.Answer} {example.Skill} {example.Provenance.Order} {example.Provenance.Source.Writer} {example.Provenance.Source.PromptHash}";
}
