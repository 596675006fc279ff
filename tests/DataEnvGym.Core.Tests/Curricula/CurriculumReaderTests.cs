using System.Globalization;
using System.Text;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Tests.Curricula;

public sealed class CurriculumReaderTests
{
    [Fact]
    public void Read_Least_LeavesEveryDefault()
    {
        var spec = Read("""{ "id": "nightly", "episode": { "stop": { "iterations": 2 } } }""");

        spec.Episode.ShouldBe(new EpisodeSpec { Stop = new() { Iterations = 2 } });
        spec.Enabled.ShouldBeTrue();
        spec.Schedule.ShouldBe("0 0 2 * * *");
        spec.Gate.Confidence.ShouldBe(0.95);
        spec.Gate.Guards.ShouldBeEmpty();
    }

    // The generated reader would leave zeros where a guard says nothing.
    [Fact]
    public void Read_PartialGuards_KeepTheirDefaults()
    {
        var spec = Read("""
            { "id": "nightly", "episode": { "stop": { "iterations": 2 } },
              "gate": { "guards": [ {}, { "margin": 0.1, "task": { "name": "gsm8k", "data": "d", "sizes": { "select": 7 } } } ] } }
            """);

        spec.Gate.Confidence.ShouldBe(0.95);
        spec.Gate.Guards.ShouldBe([new(), new() { Margin = 0.1, Task = new() { Name = "gsm8k", Data = "d", Sizes = new() { Select = 7 } } }]);
    }

    [Theory]
    [InlineData("""{ "episode": { "stop": { "iterations": 1 } } }""", "id: a curriculum needs an id, such as \"nightly-math\"; its runs are called after it.")]
    [InlineData("""{ "id": "nightly" }""", "episode.stop: no limit is set, so the episode would never end; set at least one, such as \"iterations\": 4.")]
    [InlineData("""{ "id": "N", "episode": { "stop": { "iterations": 1 } } }""", "id: \"N\" does not have the form ^[a-z0-9][a-z0-9-]{2,51}$.")]
    [InlineData("""{ "id": "../x", "episode": { "stop": { "iterations": 1 } } }""", "id: \"../x\" does not have the form ^[a-z0-9][a-z0-9-]{2,51}$.")]
    [InlineData("""{ "id": "abc", "schedul": "" }""", "schedul: unknown field. Did you mean \"schedule\"? The fields here are id, episode, schedule, gate, enabled.")]
    [InlineData("""{ "id": "abc", "gate": { "confidence": 1 } }""", "gate.confidence: 1 is too large; the most is 0.999.")]
    [InlineData("""{ "id": "abc", "gate": { "guards": [ { "margin": -1 } ] } }""", "gate.guards[0].margin: -1 is too small; the least is 0.")]
    [InlineData("""{ "id": "abc", "gate": { "guards": [ {}, { "task": { "nam": "x" } } ] } }""", "gate.guards[1].task.nam: unknown field. Did you mean \"name\"? The fields here are name, data, fields, grader, sizes.")]
    [InlineData("""{ "id": "abc", "gate": { "guards": [ null ] } }""", "gate.guards[0]: expected an object, found null.")]
    [InlineData("""{ "id": "abc", "gate": { "guards": {} } }""", "gate.guards: expected an array, found {}.")]
    [InlineData("""{ "id": "abc", "episode": { "stop": { "iteration": 1 } } }""", "episode.stop.iteration: unknown field. Did you mean \"iterations\"? The fields here are iterations, examples, tokens, money, trainingSeconds, wallClock, plateau.")]
    public void Read_Wrong_NamesFieldAndRemedy(string json, string problem) => Problems(json).ShouldBe([problem]);

    [Theory]
    [InlineData("61", "schedule: \"61\" is no NCRONTAB expression of six fields (second, minute, hour, day, month, day of the week), such as \"0 0 2 * * *\": not a number of minutes.")]
    [InlineData("0", "schedule: \"0\" never comes; choose a day that there is.")]
    public void Read_ScheduleThatIsNone_SaysSo(string schedule, string problem) =>
        Problems($$"""{ "id": "abc", "schedule": "{{schedule}}", "episode": { "stop": { "iterations": 1 } } }""").ShouldBe([problem]);

    [Fact]
    public void Read_GuardWithoutData_NamesTheGuard() =>
        Problems("""{ "id": "abc", "episode": { "stop": { "iterations": 1 } }, "gate": { "guards": [ {}, { "task": { "name": "gsm8k" } } ] } }""").ShouldHaveSingleItem()
            .ShouldStartWith("gate.guards[1].task.data: gsm8k is read from files;");

    [Fact]
    public void Read_TooManyGuards_IsRefused() =>
        Problems($$"""{ "id": "abc", "episode": { "stop": { "iterations": 1 } }, "gate": { "guards": [ {{string.Join(',', Enumerable.Repeat("{}", 21))}} ] } }""")
            .ShouldBe(["gate.guards: there are 21; at most 20 are allowed."]);

    [Fact]
    public void Read_Overrides_ReplaceFields() =>
        Read("""{ "id": "abc", "episode": { "stop": { "iterations": 1 } } }""", new("episode.stop.iterations", "5"), new("enabled", "false"))
            .ShouldSatisfyAllConditions(spec => spec.Episode.Stop.Iterations.ShouldBe(5), spec => spec.Enabled.ShouldBeFalse());

    [Fact]
    public void Read_Sample_IsValid()
    {
        var spec = CurriculumReader.Read(File.ReadAllBytes(Repository.PathOf("samples", "curriculum", "curriculum.json")), "sample", _ => new Minutes(1));

        spec.Schema.ShouldBe("../../docs/curriculum.schema.json");
        spec.Gate.Guards.ShouldNotBeEmpty();
    }

    [Fact]
    public void Episode_OfEachRun_HasASeedOfItsOwn()
    {
        var spec = Read("""{ "id": "nightly", "episode": { "seed": 7, "stop": { "iterations": 1 } } }""");
        var seeds = Enumerable.Range(1, 200).Select(number => new CurriculumRun(number, spec, null).Episode.Seed).ToList();

        seeds.ShouldBeUnique();
        new CurriculumRun(3, spec, null).Episode.ShouldBe(spec.Episode with { Seed = seeds[2] });
        new CurriculumRun(1, spec with { Id = "weekly" }, null).Episode.Seed.ShouldNotBe(seeds[0]);
        new CurriculumRun(12, spec, null).Run.ShouldBe("nightly-12");
    }

    private static CurriculumSpec Read(string json, params KeyValuePair<string, string>[] overrides) =>
        CurriculumReader.Read(Encoding.UTF8.GetBytes(json), "test.json", Schedules, overrides);

    private static IReadOnlyList<string> Problems(string json) => Should.Throw<SpecException>(() => Read(json)).Problems;

    // Stands in for the real syntax, which needs a library: a number of minutes, of which 0 never passes; the default passes too.
    private static ISchedule Schedules(string text) =>
        text == "0 0 2 * * *" ? new Minutes(1) : int.TryParse(text, CultureInfo.InvariantCulture, out var n) && n <= 60 ? new Minutes(n) : throw new FormatException("not a number of minutes.");

    private sealed class Minutes(int every) : ISchedule
    {
        public DateTimeOffset? NextAfter(DateTimeOffset time) => every == 0 ? null : time.AddMinutes(every);
    }
}
