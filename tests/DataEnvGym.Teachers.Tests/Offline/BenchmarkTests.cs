using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Domains.Procedural;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Tests.Support;

namespace DataEnvGym.Teachers.Tests.Offline;

/// <summary>The offline teacher behind the agents, on the real benchmark.</summary>
public sealed class BenchmarkTests
{
    private static readonly TeacherSpec Spec = new();
    private static readonly ProceduralMathTask Benchmark = new(new SplitSizes { Probe = 12 });

    private static StructuredChat Chat(TeacherFaults? faults = null) => new(TeacherFactory.Create(Spec with { Faults = faults ?? new() }, 9, new(new MemoryDocuments())), Spec);

    private static Task<IReadOnlyList<Item>> ProbeAsync() => Benchmark.LoadAsync(Split.Probe, default);

    private static async Task<DataEngineResult> WriteAsync(IReadOnlyList<StudentError> errors, string? skill, TeacherFaults? faults = null) =>
        await new TeacherDataEngine(Chat(faults), Spec).WriteAsync(Given.Request(Given.Order("order-01", 200, skill, errors)), null, default);

    private static async Task<List<StudentError>> ErrorsAsync(Func<Item, bool> wrong) =>
        [.. (await ProbeAsync()).Where(wrong).Select(item => new StudentError(item.Id, null, item.Prompt, "0", item.Reference))];

    [Fact]
    public async Task Discovery_OnTheProbeSplit_FindsTheTrueSkills()
    {
        var items = await ProbeAsync();
        var found = await new TeacherSkillDiscovery(Chat()).DiscoverAsync(items, null, Benchmark.Domain.Prompts, Allowance.Unlimited, 4, null, default);
        found.Taxonomy.Skills.ShouldBe(ProceduralMath.Skills.Select(skill => skill.Name).Order(StringComparer.Ordinal));
        items.ShouldAllBe(item => found.Taxonomy.SkillOf(item.Id) == item.Skill);
        found.Malformed.ShouldBe(0);
        found.Spend.Calls.ShouldBe(((items.Count + 39) / 40) + 1);
    }

    [Fact]
    public async Task Assignment_OnTheProbeSplit_IsTheTrueOne()
    {
        var (items, skill) = (await ProbeAsync(), ProceduralMath.Skills[1]);
        string[] choices = [$"{skill.Name}/{SkillName.Normalize(skill.LevelNames[2])}", skill.Name, "juggling"];
        var found = await new TeacherItemAssigner(Chat()).AssignAsync(items, choices, Benchmark.Domain.Prompts, Allowance.Unlimited, 4, null, default);
        items.ShouldAllBe(item => found.Choices[item.Id] == (item.Skill != skill.Name ? null : item.Level == 3 ? choices[0] : choices[1]));
        found.Malformed.ShouldBe(0);
    }

    [Fact]
    public async Task Drafts_WithAndWithoutState_DifferInWhatTheyTeach()
    {
        var (weak, other) = (ProceduralMath.Skills[1].Name, ProceduralMath.Skills[5].Name);
        var errors = await ErrorsAsync(item => item.Skill == weak || (item.Skill == other && item.Level == 3));
        var with = (await WriteAsync(errors, null)).Drafts.CountBy(SkillOf).ToDictionary();
        var without = (await WriteAsync([], null)).Drafts.CountBy(SkillOf).ToDictionary();
        with.Keys.ShouldBe([weak, other], ignoreOrder: true);
        without.Count.ShouldBeGreaterThanOrEqualTo(ProceduralMath.Skills.Count - 1);
        without.Values.Max().ShouldBeLessThan(30);
    }

    [Fact]
    public async Task Drafts_OfAllSkills_AreRightAndOutsideTheExams()
    {
        foreach (var skill in ProceduralMath.Skills)
        {
            var result = await WriteAsync([], skill.Name);
            result.Drafts.Count.ShouldBeGreaterThanOrEqualTo(result.Exhausted.Count == 0 ? 200 : 20, skill.Name);
            foreach (var draft in result.Drafts)
            {
                var problem = ProceduralMath.Solve(draft.Prompt).ShouldNotBeNull(draft.Prompt);
                SplitAssigner.SplitOf(problem).ShouldBe(Split.Train, draft.Prompt);
                draft.Answer.ShouldBe(problem.Answer, draft.Prompt);
                problem.Skill.ShouldBe(skill);
            }
        }
    }

    [Fact]
    public async Task Drafts_OfABadTeacher_AreTheSameInEveryRun()
    {
        var faults = new TeacherFaults { Wrong = 0.2, Duplicate = 0.2, Malformed = 0.3 };
        var errors = await ErrorsAsync(item => item.Level == 2);
        var a = await WriteAsync(errors, null, faults);
        var b = await WriteAsync(errors, null, faults);
        b.Spend.ShouldBe(a.Spend);
        b.Malformed.ShouldBe(a.Malformed);
        b.Drafts.Select(Text).ShouldBe(a.Drafts.Select(Text));
        a.Spend.Calls.ShouldBeGreaterThan(10);
    }

    private static string SkillOf(Draft draft) => ProceduralMath.Solve(draft.Prompt).ShouldNotBeNull().Skill.Name;

    private static string Text(Draft draft) =>
        $"{draft.Prompt} {draft.Solution} {draft.Answer} {draft.Source.Request} {string.Join(',', draft.Source.SourceErrors)}";
}
