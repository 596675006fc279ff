using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Tests.Episodes;

public sealed class SpecRulesTests
{
    [Theory]
    [InlineData("iterations", "1")]
    [InlineData("examples", "1")]
    [InlineData("tokens", "1")]
    [InlineData("money", "0.01")]
    [InlineData("trainingSeconds", "1")]
    [InlineData("wallClock", "\"00:01:00\"")]
    [InlineData("plateau", "{}")]
    public void Check_AnyOneLimit_Suffices(string limit, string value) => SpecText.Read($$"""{ "stop": { "{{limit}}": {{value}} } }""").Stop.HasLimit.ShouldBeTrue();

    [Fact]
    public void Check_NoLimit_IsRefused() => SpecText.Problems("""{ "stop": {} }""").ShouldHaveSingleItem().ShouldStartWith("stop: no limit is set");

    [Fact]
    public void Check_WallClockOfZero_IsRefused() =>
        SpecText.Problems("""{ "stop": { "wallClock": "00:00:00" } }""").ShouldHaveSingleItem().ShouldStartWith("stop.wallClock: 00:00:00 is not a span of time above zero");

    [Fact]
    public void Check_Gsm8kWithDataAndSelection_Passes() =>
        SpecRules.Check(Gsm8k(AgentKind.Selection, "data/gsm8k")).ShouldBeEmpty();

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Check_Gsm8kWithoutData_IsRefused(string? data) =>
        SpecRules.Check(Gsm8k(AgentKind.Selection, data)).ShouldHaveSingleItem().ShouldStartWith("task.data: gsm8k is read from files");

    [Theory]
    [InlineData("humaneval", "HumanEval.jsonl.gz")]
    [InlineData("mbpp", "mbpp.jsonl")]
    [InlineData("livecodebench", "test.jsonl")]
    [InlineData("code-jsonl", "code.jsonl")]
    public void Check_CodeFromFilesWithoutData_NamesItsFile(string task, string file) =>
        SpecRules.Check(Gsm8k(AgentKind.Selection, null) with { Task = new() { Name = task } }).ShouldHaveSingleItem().ShouldStartWith($"task.data: {task} is read from files; set it to the folder that holds {file} ");

    [Fact]
    public void Check_CodeWithAStudentOfMath_SaysWhichStudentKnowsIt()
    {
        var spec = Given.Spec with { Task = new() { Name = "procedural-code" } };

        SpecRules.Check(spec).ShouldHaveSingleItem().ShouldBe("student.name: \"embedded\" was never taught Python; for the task procedural-code set it to \"embedded-code\".");
        SpecRules.Check(spec with { Student = new() { Name = "embedded-code" } }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(AgentKind.Teacher)]
    [InlineData(AgentKind.NoState)]
    [InlineData(AgentKind.Seeded)]
    public void Check_Gsm8kWithOfflineTeacher_IsRefused(AgentKind kind) =>
        SpecRules.Check(Gsm8k(kind, "data/gsm8k")).ShouldHaveSingleItem().ShouldStartWith("agent.kind: the offline teacher");

    [Theory]
    [InlineData(AgentKind.Selection)]
    [InlineData(AgentKind.NoState)]
    [InlineData(AgentKind.Seeded)]
    public void Check_SkillListWithoutTeachersView_IsRefused(AgentKind kind)
    {
        var spec = Given.Spec with { Environment = EnvironmentKind.SkillList, Agent = new() { Kind = kind } };

        var problem = SpecRules.Check(spec).ShouldHaveSingleItem();
        problem.ShouldStartWith("environment: \"skill-list\"");
        problem.ShouldContain($"\"{Words.Of(kind)}\"");
        SpecRules.Check(spec with { Environment = EnvironmentKind.OpenEnded }).ShouldBeEmpty();
    }

    [Fact]
    public void Check_TeacherInEitherEnvironment_Passes()
    {
        SpecRules.Check(Given.Spec with { Environment = EnvironmentKind.SkillList }).ShouldBeEmpty();
        SpecRules.Check(Given.Spec with { Environment = EnvironmentKind.OpenEnded }).ShouldBeEmpty();
    }

    private static EpisodeSpec Gsm8k(AgentKind kind, string? data) => Given.Spec with
    {
        Environment = EnvironmentKind.OpenEnded, Task = new() { Name = "gsm8k", Data = data }, Agent = new() { Kind = kind },
    };
}
