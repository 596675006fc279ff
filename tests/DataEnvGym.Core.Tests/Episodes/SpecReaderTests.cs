using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Tests.Episodes;

public sealed class SpecReaderTests
{
    [Fact]
    public void Read_OnlyALimit_LeavesEveryDefault() =>
        SpecText.Read("""{ "stop": { "iterations": 2 } }""").ShouldBe(new EpisodeSpec { Stop = new() { Iterations = 2 } });

    [Fact]
    public void Read_PartialNestedObjects_LeaveTheOtherDefaults()
    {
        var spec = SpecText.Read("""
            {
              "task": { "sizes": { "test": 7 } },
              "agent": { "policy": { "exponent": 2 } },
              "teacher": { "price": { "outputPerMillion": 15 }, "faults": { "wrong": 0.1 } },
              "training": { "epochs": 9 },
              "curation": {},
              "stop": { "iterations": 2 }
            }
            """);

        spec.ShouldBe(new EpisodeSpec
        {
            Task = new() { Sizes = new() { Test = 7 } },
            Agent = new() { Policy = new() { Exponent = 2 } },
            Teacher = new() { Price = new() { OutputPerMillion = 15 }, Faults = new() { Wrong = 0.1 } },
            Training = new() { Epochs = 9 },
            Stop = new() { Iterations = 2 },
        });
    }

    [Fact]
    public void Read_EmptyPlateau_LooksAtTwoIterations() => SpecText.Read("""{ "stop": { "plateau": {} } }""").Stop.Plateau.ShouldBe(new PlateauSpec(2));

    [Fact]
    public void Read_OptionalFieldsSetToNull_AreNotSet() =>
        SpecText.Read("""{ "task": { "data": null }, "stop": { "iterations": 1, "tokens": null } }""").ShouldBe(new EpisodeSpec { Stop = new() { Iterations = 1 } });

    [Fact]
    public void Read_EveryKindOfValue_ArrivesInItsField()
    {
        var spec = SpecText.Read("""
            {
              "$schema": "s.json", "name": "all-of-it", "seed": 4294967295, "environment": "open-ended", "agent": { "kind": "no-state" },
              "training": { "data": "accumulate", "learningRate": 1e-4 },
              "stop": { "tokens": 999999999999999, "money": 0.10, "trainingSeconds": 1.5, "wallClock": "01:30:05", "plateau": { "iterations": 3 } }
            }
            """);

        spec.ShouldBe(new EpisodeSpec
        {
            Schema = "s.json", Name = "all-of-it", Seed = uint.MaxValue, Environment = EnvironmentKind.OpenEnded, Agent = new() { Kind = AgentKind.NoState },
            Training = new() { Data = DataUse.Accumulate, LearningRate = 1e-4 },
            Stop = new() { Tokens = 999999999999999, Money = 0.10m, TrainingSeconds = 1.5, WallClock = new(1, 30, 5), Plateau = new(3) },
        });
    }

    // Whatever form the schema allows must be read, and read as it is written.
    [Theory]
    [InlineData("00:00:01", 1)]
    [InlineData("0:10:00", 600)]
    [InlineData("23:59:59", 86_399)]
    [InlineData("1.12:00:00", 129_600)]
    [InlineData("10.2:00:00", 871_200)]
    public void Read_WallClock_IsASpanOfTime(string text, int seconds) =>
        SpecText.Read($$"""{ "stop": { "wallClock": "{{text}}" } }""").Stop.WallClock.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Read_CommentsAndTrailingCommas_AreAllowed() =>
        SpecText.Read("""
            // A comment.
            { /* another */ "stop": { "iterations": 2, }, }
            """).Stop.Iterations.ShouldBe(2);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_SampleOfTheRepository_IsValid(string sample)
    {
        var spec = SpecReader.Read(File.ReadAllBytes(Repository.PathOf("samples", sample, "episode.json")), sample, [new("task.data", "\"data\"")]);

        spec.Schema.ShouldBe("../../docs/episode.schema.json");
        spec.Stop.HasLimit.ShouldBeTrue();
    }

    public static TheoryData<string> Samples() =>
        [.. Directory.GetDirectories(Repository.PathOf("samples")).Where(folder => File.Exists(Path.Combine(folder, "episode.json"))).Select(folder => Path.GetFileName(folder))];
}
