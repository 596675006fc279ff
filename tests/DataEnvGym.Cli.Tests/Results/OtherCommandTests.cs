using System.Security.Cryptography;
using DataEnvGym.Cli.Tests.Support;

namespace DataEnvGym.Cli.Tests.Results;

public sealed class OtherCommandTests : IDisposable
{
    private readonly Workplace workplace = new();

    public void Dispose() => workplace.Dispose();

    [Fact]
    public async Task Estimate_Spec_TellsCostAndWhetherItsLimitsBind()
    {
        string[] teacher = ["--set", "teacher.kind=openai", "--set", "teacher.model=gpt-4.1-mini", "--set", "teacher.apiKeyVariable=UNSET_API_KEY", "--set", "stop.money=0.01"];
        var estimate = (await workplace.RunAsync(["estimate", "episode.json", .. teacher, "--json"])).ShouldBe(0).Json;
        estimate["roles"]!.AsArray().Select(role => role!["teacher"]!.GetValue<string>()).ShouldAllBe(name => name == "openai/gpt-4.1-mini");
        estimate["worst"]!["money"]!.GetValue<decimal>().ShouldBeGreaterThanOrEqualTo(estimate["expected"]!["money"]!.GetValue<decimal>());
        (await workplace.RunAsync(["estimate", "episode.json", .. teacher])).ShouldBe(0).Out.ShouldContain("stop.money 0.01: will ");
        (await workplace.RunAsync("estimate", "episode.json")).ShouldBe(0).Out.ShouldContain("free");
    }

    [Fact]
    public async Task Run_KeyOfATeacherMissing_NamesItBeforeAnythingIsMade()
    {
        var message = (await workplace.RunAsync(
            "run", "episode.json", "--out", "keyless", "--set", "teachers.labeller.kind=openai", "--set", "teachers.labeller.model=gpt-4.1-mini",
            "--set", "teachers.labeller.apiKeyVariable=UNSET_API_KEY")).ShouldBe(2).Message;
        message.ShouldContain("teachers.labeller.apiKeyVariable: the environment variable UNSET_API_KEY is not set");
        Directory.Exists(workplace.PathOf("keyless")).ShouldBeFalse();
    }

    [Fact]
    public async Task Validate_EverySample_IsValid()
    {
        foreach (var sample in Directory.EnumerateFiles(Repository.PathOf("samples"), "episode.json", SearchOption.AllDirectories))
        {
            (await workplace.RunAsync("validate", sample)).ShouldBe(0).Out.ShouldStartWith("valid: ");
            (await workplace.RunAsync("validate", sample, "--json")).ShouldBe(0).Json["valid"]!.GetValue<bool>().ShouldBeTrue();
        }

        workplace.Entries().ShouldBeEmpty();
    }

    [Fact]
    public async Task Validate_BadSpecAsJson_PrintsTheProblems()
    {
        var result = (await workplace.RunAsync("validate", "episode.json", "--set", "seed=abc", "--json")).ShouldBe(2);
        result.Json["valid"]!.GetValue<bool>().ShouldBeFalse();
        result.Json["problems"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("seed: expected a whole number, found \"abc\".");
        result.Error.ShouldBe("");
    }

    [Fact]
    public async Task Answers_OfARunWithoutAPaidTeacher_CannotBeExported()
    {
        (await workplace.RunAsync("run", Repository.PathOf("samples", "math"), "--set", "stop.iterations=0", "--set", "task.sizes.probe=1", "--set", "task.sizes.select=1", "--set", "task.sizes.test=1")).ShouldBe(0);
        (await workplace.RunAsync("answers", "export", "math-1", "recording.jsonl")).ShouldBe(2).Error.ShouldContain("has kept no answers: only those of teachers on the network are kept.");
        (await workplace.RunAsync("run", "episode.json", "--set", "teacher.kind=replay", "--set", "teacher.fixtures=recording.jsonl")).ShouldBe(2).Error.ShouldContain("teacher.fixtures: there is no file ");
    }

    [Fact]
    public async Task Schema_Printed_IsTheOneInTheRepository() =>
        (await workplace.RunAsync("schema")).ShouldBe(0).Out.TrimEnd().ShouldBe(File.ReadAllText(Repository.PathOf("docs", "episode.schema.json")).ReplaceLineEndings("\n").TrimEnd());

    [Fact]
    public async Task SystemCheck_AsJson_FindsTheStudentAndLeavesNothing()
    {
        var findings = (await workplace.RunAsync("system-check", "--json")).ShouldBe(0).Json.AsArray();
        findings.Select(finding => finding!["name"]!.GetValue<string>()).ShouldContain("student (libtorch)");
        findings.ShouldAllBe(finding => finding!["ok"]!.GetValue<bool>() && finding["found"]!.GetValue<string>() != "");
        workplace.Entries().ShouldBeEmpty();
    }

    [Fact]
    public async Task SystemCheck_RunsIsAFile_FailsWithARemedy() =>
        (await workplace.RunAsync("system-check", "--runs", "episode.json")).ShouldBe(1).Out.ShouldContain("choose a folder that you may write to with --runs");

    [Fact]
    public async Task Pretrain_TwoSteps_WritesACheckpointThatCanBeExamined()
    {
        var result = (await workplace.RunAsync("student", "pretrain", "--out", "small.safetensors", "--steps", "2", "--json")).ShouldBe(0).Json;
        result["steps"]!.GetValue<int>().ShouldBe(2);
        result["loss"]!.GetValue<double>().ShouldBeGreaterThan(1);
        result["path"]!.GetValue<string>().ShouldEndWith("small.safetensors");
        result["sha256"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(workplace.PathOf("small.safetensors")))));
        workplace.Entries().ShouldBe(["small.safetensors"]);

        // After two steps from random weights it knows nothing.
        (await workplace.RunAsync("examine", "--checkpoint", "small.safetensors", "--limit", "4", "--json")).ShouldBe(0).Json["correct"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Pretrain_FolderThatIsNot_RefusesBeforeTraining()
    {
        var refused = (await workplace.RunAsync("student", "pretrain", "--out", "nowhere/x.safetensors", "--steps", "2")).ShouldBe(2);
        refused.Message.ShouldContain("is no place for a file; name a file in a folder that exists with --out.");
    }

    [Fact]
    public async Task List_NoRuns_SaysHowToStartOne()
    {
        (await workplace.RunAsync("list")).ShouldBe(0).Out.ShouldEndWith("Start one: dataenvgym run samples/math\n");
        (await workplace.RunAsync("list", "--json")).ShouldBe(0).Json.AsArray().ShouldBeEmpty();
        workplace.Entries().ShouldBeEmpty();
    }
}
