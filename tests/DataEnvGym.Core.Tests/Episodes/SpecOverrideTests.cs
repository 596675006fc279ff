using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Tests.Episodes;

public sealed class SpecOverrideTests
{
    private const string Short = """{ "seed": 1, "stop": { "iterations": 4 } }""";

    [Fact]
    public void Set_FieldThatIsThere_IsReplaced()
    {
        var spec = SpecText.Read(Short, ("seed", "7"), ("stop.iterations", "2"));

        spec.ShouldBe(new EpisodeSpec { Seed = 7, Stop = new() { Iterations = 2 } });
    }

    [Fact]
    public void Set_NestedFieldThatIsNotThere_IsMadeWithDefaultsAround()
    {
        var spec = SpecText.Read(Short, ("task.sizes.probe", "5"), ("agent.policy.name", "uniform"));

        spec.Task.Sizes.ShouldBe(new() { Probe = 5 });
        spec.Agent.ShouldBe(new AgentSpec { Policy = new() { Name = Core.Policies.PolicyKind.Uniform } });
    }

    [Theory]
    [InlineData("open-ended")]
    [InlineData("\"open-ended\"")]
    public void Set_Word_NeedsNoQuotes(string word) => SpecText.Read(Short, ("environment", word)).Environment.ShouldBe(EnvironmentKind.OpenEnded);

    [Fact]
    public void Set_PathThatLooksLikeNoJson_IsText() =>
        SpecText.Read(Short, ("task.data", @"C:\data\gsm8k"), ("student.checkpoint", "runs/a b/x.safetensors")).ShouldSatisfyAllConditions(
            spec => spec.Task.Data.ShouldBe(@"C:\data\gsm8k"), spec => spec.Student.Checkpoint.ShouldBe("runs/a b/x.safetensors"));

    [Fact]
    public void Set_Null_TakesALimitAway() => SpecText.Read(Short, ("stop.iterations", "null"), ("stop.examples", "9")).Stop.ShouldBe(new() { Examples = 9 });

    [Fact]
    public void Set_WholeObject_ReplacesIt() => SpecText.Read(Short, ("stop", """{ "examples": 3 }""")).Stop.ShouldBe(new() { Examples = 3 });

    [Fact]
    public void Set_Twice_LastOneCounts() => SpecText.Read(Short, ("seed", "2"), ("seed", "3")).Seed.ShouldBe(3u);

    [Fact]
    public void Set_BelowAFieldThatIsNoObject_SaysWhy() =>
        SpecText.Problems(Short, ("seed.value", "2")).ShouldBe(["seed.value: cannot be set, because seed is not an object."]);

    [Fact]
    public void Set_UnknownField_IsRefusedLikeInTheFile() =>
        SpecText.Problems(Short, ("stop.iteration", "2")).ShouldHaveSingleItem().ShouldStartWith("stop.iteration: unknown field. Did you mean \"iterations\"?");

    [Theory]
    [InlineData("seed", "many", "seed: expected a whole number, found \"many\".")]
    [InlineData("stop", "", "stop: expected an object, found \"\".")]
    [InlineData("stop", """{ "examples": 3, "examples": 4 }""", "stop: expected an object, found ")]
    [InlineData("stop", """{ "wallClock": "\ud800" }""", "stop")]
    [InlineData("name", "\ud800", "name")]
    public void Set_BadValue_NamesTheField(string path, string value, string problem) =>
        SpecText.Problems(Short, (path, value)).ShouldHaveSingleItem().ShouldStartWith(problem);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("stop.")]
    [InlineData(".stop")]
    public void Set_EmptyName_IsRefused(string path) => SpecText.Problems(Short, (path, "1")).ShouldNotBeEmpty();
}
