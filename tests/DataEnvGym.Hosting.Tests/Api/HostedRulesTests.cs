using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Hosting.Api;
using DataEnvGym.Hosting.Api.Rules;
using Microsoft.Extensions.Configuration;

namespace DataEnvGym.Hosting.Tests.Api;

public sealed class HostedRulesTests : IDisposable
{
    private static readonly EpisodeSpec Spec = new() { Stop = new() { Iterations = 3, Money = 2 } };
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("dataenvgym-data-");

    public HostedRulesTests()
    {
        root.CreateSubdirectory("inside/gsm8k");
        root.CreateSubdirectory("outside");
        Directory.CreateSymbolicLink(Path.Combine(root.FullName, "inside", "way-out"), Path.Combine(root.FullName, "outside"));
    }

    public void Dispose() => root.Delete(recursive: true);

    [Theory]
    [InlineData("/etc")]
    [InlineData("../outside")]
    [InlineData("gsm8k/../../outside")]
    [InlineData("./gsm8k")]
    [InlineData("gsm8k/")]
    [InlineData("gsm8k//x")]
    [InlineData("gsm8k\\..\\x")]
    [InlineData("C:\\data")]
    [InlineData("~/x")]
    [InlineData(".hidden")]
    [InlineData("gsm8k\0")]
    [InlineData("gsm8k\n")]
    [InlineData("gſm8k")]
    [InlineData("")]
    [InlineData("way-out")]
    [InlineData("way-out/x")]
    [InlineData("not-there")]
    public void Data_AnythingButANameInTheFolder_IsRefusedWithoutSayingWhereTheFolderIs(string data)
    {
        var problem = Check(Spec with { Task = new() { Data = data } }, new()).ShouldHaveSingleItem();

        problem.ShouldStartWith("task.data: ");
        problem.ShouldNotContain(root.FullName);
        Should.Throw<PermanentException>(() => Folder().Resolve(new() { Data = data })).Message.ShouldNotContain(root.FullName);
    }

    [Fact]
    public void Data_NameInTheFolder_IsFoundThere()
    {
        Check(Spec with { Task = new() { Data = "gsm8k" } }, new()).ShouldBeEmpty();
        Folder().Resolve(new() { Data = "gsm8k" }).Data.ShouldBe(Path.Combine(root.FullName, "inside", "gsm8k"));
        Folder().Resolve(new()).Data.ShouldBeNull();
    }

    [Fact]
    public void Data_OpenedByAnEpisode_IsCheckedAgain()
    {
        var services = EpisodeComposition.Services(null!, null!, null!, null!, Folder());

        services.OpenTask(new() { Name = "gsm8k", Data = "gsm8k" }).Name.ShouldBe("gsm8k");
        Should.Throw<PermanentException>(() => services.OpenTask(new() { Name = "gsm8k", Data = "../outside" })).Message.ShouldStartWith("task.data: ");
    }

    // The message names the file as the spec does: where the folder is stays the service's own matter.
    [Fact]
    public async Task Data_OfAnAgent_IsReadFromTheFolderAlone()
    {
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "inside", "mine.jsonl"), "oops");
        var services = EpisodeComposition.Services(null!, null!, null!, null!, Folder());

        Check(Spec with { Agent = new() { Data = "mine.jsonl" } }, new()).ShouldBeEmpty();
        Check(Spec with { Agent = new() { Data = "../outside" } }, new()).ShouldHaveSingleItem().ShouldStartWith("agent.data: is no name in the data folder");
        (await Should.ThrowAsync<TaskDataException>(() => services.ReadExamples("mine.jsonl", default))).Message.ShouldStartWith("agent.data: mine.jsonl, line 1 is no example");
        Should.Throw<PermanentException>(() => { services.ReadExamples("way-out/x", default); }).Message.ShouldStartWith("agent.data: \"way-out/x\" passes through a link");
    }

    [Fact]
    public void Data_NoFolder_IsRefused() =>
        new HostedSpecRules(new(), new(null)).Check(Spec with { Task = new() { Data = "gsm8k" } }).ShouldBe(["task.data: this service has no data folder; leave it out, with a task that is made from seeds."]);

    [Fact]
    public void Skills_File_IsRefused() =>
        Check(Spec with { Skills = new() { Source = SkillSource.File, File = "skills.json" } }, new()).ShouldHaveSingleItem().ShouldStartWith("skills.file: names a file");

    [Fact]
    public void Checkpoint_Path_IsRefused() => Check(Spec with { Student = new() { Checkpoint = "base.safetensors" } }, new()).ShouldHaveSingleItem().ShouldStartWith("student.checkpoint: ");

    [Theory]
    [InlineData("", false)]
    [InlineData("https://other.example/v1", false)]
    [InlineData("https://models.example/v1.evil.example", false)]
    [InlineData("https://other.example/v1 https://models.example/v1", true)]
    [InlineData("https://models.example/v1/", true)]
    [InlineData("https://models.example/", false)]
    public void TeacherEndpoint_Address_MustBeOneThatTheServiceAllows(string allowed, bool fine)
    {
        var teacher = new TeacherSpec { Kind = TeacherKinds.Compatible, Model = "m", Endpoint = "https://models.example/v1" };
        var limits = Read(("Limits:TeacherEndpoints", allowed)).Limits;

        var problems = Check(Spec with { Teacher = teacher }, limits);

        problems.ShouldBe(fine ? [] : ["teacher.endpoint: \"https://models.example/v1\" is not among the addresses that this service allows; ask its operator to add it to Limits:TeacherEndpoints."]);
    }

    [Fact]
    public void Fixtures_File_IsNotRead() =>
        Check(Spec with { Teachers = new() { Judge = new() { Kind = TeacherKinds.Replay, Fixtures = "/etc/passwd" } } }, new())
            .ShouldBe(["teachers.judge.fixtures: names a file, which is not read here; choose a teacher of another kind."]);

    [Fact]
    public void Limits_AtTheLimit_AreFine() =>
        Check(Spec with { ExamplesPerIteration = 10 }, new() { ExamplesPerIteration = 10, Iterations = 3, Money = 2, ItemsPerSplit = 50 }).ShouldBeEmpty();

    [Fact]
    public void Limits_AboveOrNotSet_AreNamed()
    {
        var limits = new HostedLimits { ExamplesPerIteration = 10, ItemsPerSplit = 40, Iterations = 2, Examples = 100, Tokens = 1000, Money = 1.5m, TrainingSeconds = 60 };

        Check(Spec with { ExamplesPerIteration = 11 }, limits).ShouldBe(
        [
            "examplesPerIteration: 11 is more than this service allows; the most is 10.",
            "task.sizes.test: 50 is more than this service allows; the most is 40.",
            "stop.iterations: 3 is more than this service allows; the most is 2.",
            "stop.examples: is not set, and this service has a limit; set it to at most 100.",
            "stop.tokens: is not set, and this service has a limit; set it to at most 1000.",
            "stop.money: 2 is more than this service allows; the most is 1.5.",
            "stop.trainingSeconds: is not set, and this service has a limit; set it to at most 60.",
        ]);
    }

    [Fact]
    public void Options_Settings_AreRead()
    {
        var options = Read(("Auth:RequireRoles", "true"), ("Limits:Iterations", "7"), ("Limits:Money", "2.5"), ("Data:Folder", root.FullName));

        options.RequireRoles.ShouldBeTrue();
        options.Limits.ShouldBe(new HostedLimits { Iterations = 7, Money = 2.5m });
        options.Data.FindProblem("inside").ShouldBeNull();
        Read().ShouldSatisfyAllConditions(none => none.RequireRoles.ShouldBeFalse(), none => none.Limits.ShouldBe(new()), none => none.Data.FindProblem("inside").ShouldNotBeNull());
    }

    // A typing error must not switch a protection off.
    [Theory]
    [InlineData("Auth:RequireRoles", "yes")]
    [InlineData("Limits:Iterations", "many")]
    [InlineData("Limits:Money", "0")]
    [InlineData("Limits:Tokens", "1e30")]
    public void Options_InvalidSetting_IsNamed(string name, string value) =>
        Should.Throw<InvalidOperationException>(() => Read((name, value))).Message.ShouldStartWith($"The setting {name} is '{value}'; set it to");

    private static ApiOptions Read(params (string Name, string Value)[] settings) =>
        ApiOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build());

    private DataFolder Folder() => new(Path.Combine(root.FullName, "inside"));

    private IReadOnlyList<string> Check(EpisodeSpec spec, HostedLimits limits) => new HostedSpecRules(limits, Folder()).Check(spec);
}
