using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains;
using DataEnvGym.Domains.Code.Procedural;
using DataEnvGym.Domains.Code.Testing;
using DataEnvGym.Domains.Procedural;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;

namespace DataEnvGym.Teachers.Tests.Offline;

/// <summary>The offline teacher on the code benchmark.</summary>
public sealed class OfflineCodeTests
{
    private static readonly TeacherSpec Spec = new();
    private static readonly ITask Benchmark = TaskCatalog.Open(new TaskSpec { Name = "procedural-code", Sizes = new() { Probe = 6 } });

    [Fact]
    public async Task Discovery_OnTheProbeSplit_FindsTheTrueSkills()
    {
        var items = await Benchmark.LoadAsync(Split.Probe, default);

        var found = await new TeacherSkillDiscovery(Chat()).DiscoverAsync(items, null, Benchmark.Domain.Prompts, Allowance.Unlimited, 4, null, default);

        found.Taxonomy.Skills.ShouldBe(ProceduralCode.Benchmark.Skills.Select(skill => skill.Name).Order(StringComparer.Ordinal));
        items.ShouldAllBe(item => found.Taxonomy.SkillOf(item.Id) == item.Skill);
    }

    [Theory]
    [InlineData("reverse-text", 1, 3)]
    [InlineData("reverse-text/its end", 3, 3)]
    public async Task Drafts_OfASkill_AreRightOutsideTheExamsAndBringTheirTests(string skill, int least, int most)
    {
        var drafts = (await WriteAsync(skill)).Drafts;

        drafts.Count.ShouldBeGreaterThan(30);
        foreach (var draft in drafts)
        {
            var problem = ProceduralCode.Benchmark.Solve(draft.Prompt).ShouldNotBeNull(draft.Prompt);
            SplitAssigner.SplitOf(problem).ShouldBe(Split.Train);
            (draft.Answer, draft.Check, problem.Skill.Name).ShouldBe((problem.Answer, AssertScript.Of(problem.Check!, 360), "reverse-text"));
            problem.Level.ShouldBeInRange(least, most);
        }
    }

    // Nothing but the system's message says that the conversation is about code.
    [Fact]
    public async Task Drafts_WithoutSkillOrErrors_AreOfTheBenchmarkThatTheMessagesDescribe() =>
        (await WriteAsync(null)).Drafts.Select(draft => ProceduralCode.Benchmark.Recognize(draft.Prompt).ShouldNotBeNull().Skill).Distinct().Count().ShouldBeGreaterThan(10);

    [Fact]
    public async Task Drafts_OfABadTeacher_AreWrongBesideTestsThatAreRight()
    {
        var drafts = (await WriteAsync("scale-and-shift", new() { Wrong = 1 })).Drafts;

        drafts.ShouldAllBe(draft => draft.Check == AssertScript.Of(ProceduralCode.Benchmark.Solve(draft.Prompt)!.Check!, 360));
        drafts.ShouldAllBe(draft => draft.Answer != ProceduralCode.Benchmark.Solve(draft.Prompt)!.Answer);
    }

    [Fact]
    public void WriteExamples_DomainThatChecks_AsksForTestsAndOthersDoNot()
    {
        var request = new WriteExamplesRequest(3, [], "b");

        var (math, code) = (TeacherPrompts.WriteExamples(Given.Words, request), TeacherPrompts.WriteExamples(Given.Words with { CheckRules = "Under \"check\", give tests." }, request));

        $"{math}".ShouldNotContain("check\"");
        $"{math}".ShouldNotContain("checked by");
        $"{code}".ShouldContain("Under \"check\", give tests.");
        $"{code}".ShouldContain("and the final answer alone, with what it is checked by.");
        AnswerSchema.Of(TeacherJson.Default.WriteExamplesAnswer).ShouldNotContain("check");
        AnswerSchema.Of(TeacherJson.Default.WriteCheckedExamplesAnswer).ShouldContain("\"check\"");
    }

    private static StructuredChat Chat(TeacherFaults? faults = null) => new(TeacherFactory.Create(Spec with { Faults = faults ?? new() }, 9, new(new MemoryDocuments())), Spec);

    private static Task<DataEngineResult> WriteAsync(string? skill, TeacherFaults? faults = null) => new TeacherDataEngine(Chat(faults), Spec).WriteAsync(
        Given.Request(Given.Order("order-01", 60, skill)) with { Prompts = Benchmark.Domain.Prompts }, null, default);
}
