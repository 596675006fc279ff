using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Tests.Skills;

public sealed class DiscoverSkillsActivityTests
{
    private readonly MemoryStore store = new();
    private readonly Labeller labeller = new();

    [Fact]
    public async Task Run_Gold_TakesTheTasksSkillsAndAsksNobody()
    {
        var taxonomy = await RunAsync(new() { Source = SkillSource.Gold });
        taxonomy.Skills.ShouldBe(["add", "sub"]);
        taxonomy.SkillOf("2").ShouldBe("sub");
        labeller.Assigned.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_FileWithAllItems_IsTakenAsItIsAndAsksNobody()
    {
        var edited = TaxonomyEdits.Rename(Taxonomies.Of("plus: 1 3", "minus: 2"), "minus", "less");
        var taxonomy = await RunAsync(new() { Source = SkillSource.File, File = "skills.json" }, edited);
        TaxonomyId.Of(taxonomy).ShouldBe(TaxonomyId.Of(edited));
        (taxonomy.Version, taxonomy.Parent).ShouldBe((2, edited.Parent));
        labeller.Assigned.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_FileWithoutAnItem_AsksForThatAloneAmongItsSkills()
    {
        var edited = Taxonomies.Of("plus: 1", "minus: 2");
        var taxonomy = await RunAsync(new() { Source = SkillSource.File, File = "skills.json" }, edited);
        labeller.Assigned.ShouldBe(["3"]);
        taxonomy.SkillOf("3").ShouldBe("minus", "the first of the choices");
        (taxonomy.Version, taxonomy.Parent).ShouldBe((2, TaxonomyId.Of(edited)));
    }

    [Fact]
    public async Task Run_Discovered_PassesTheWishOnAndKeepsNoPathOfData()
    {
        var taxonomy = await RunAsync(new() { Count = 7 });
        labeller.Count.ShouldBe(7);
        taxonomy.Task.ShouldBe(new TaskSpec());
    }

    [Fact]
    public async Task Run_FileWhereNoneAreRead_IsRefused()
    {
        var services = Services();
        var error = await Should.ThrowAsync<TaxonomyException>(() => new DiscoverSkillsActivity(services).RunAsync(
            Input(new() { Source = SkillSource.File, File = "skills.json" }), new Progress<WorkProgress>(), default));
        error.Message.ShouldStartWith("skills.file: \"skills.json\" is a file");
    }

    private async Task<Taxonomy> RunAsync(SkillsSpec skills, Taxonomy? file = null)
    {
        var services = Services() with { ReadTaxonomy = (path, _) => Task.FromResult(path == "skills.json" ? file! : throw new InvalidOperationException(path)) };
        var output = await new DiscoverSkillsActivity(services).RunAsync(Input(skills), new Progress<WorkProgress>(), default);
        return await store.ReadJsonAsync(output.Taxonomy, CoreJson.Default.Taxonomy, default);
    }

    private static DiscoverInput Input(SkillsSpec skills) => new(Given.Spec with { Task = new() { Data = "/somewhere" }, Skills = skills }, Allowance.Unlimited);

    private EpisodeServices Services() => new(store, null!, null!, null!, _ => new ThreeItems(), null!, (_, _) => labeller, null!, null!) { ItemAssigner = (_, _) => labeller };

    private sealed class ThreeItems : ITask
    {
        public string Name => "three-items";

        public IDomain Domain { get; } = new TextDomain();

        public IGrader Grader => throw new InvalidOperationException("Nothing is graded.");

        public string Protocol => "";

        public int MaxResponseTokens => 1;

        public Task<IReadOnlyList<Item>> LoadAsync(Split split, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Item>>(split == Split.Probe
            ? [new("1", "1+1", "2") { Skill = "add" }, new("2", "1-1", "0") { Skill = "sub" }, new("3", "1+2", "3") { Skill = "add" }]
            : throw new InvalidOperationException("Skills are named on the probe split alone."));
    }

    private sealed class Labeller : ISkillDiscovery, IItemAssigner
    {
        public int? Count { get; private set; }

        public List<string> Assigned { get; } = [];

        public Task<SkillDiscovery> DiscoverAsync(
            IReadOnlyList<Item> items, int? count, PromptSet prompts, Allowance allowance, ulong seed, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
        {
            Count = count;
            return Task.FromResult(new SkillDiscovery(Taxonomies.Of("any: 1 2 3"), default, 0));
        }

        public Task<ItemAssignment> AssignAsync(
            IReadOnlyList<Item> items, IReadOnlyList<string> choices, PromptSet prompts, Allowance allowance, ulong seed, IProgress<WorkProgress>? progress,
            CancellationToken cancellationToken)
        {
            Assigned.AddRange(items.Select(item => item.Id));
            return Task.FromResult(new ItemAssignment(items.ToDictionary(item => item.Id, string? (_) => choices[0]), default, 0, false));
        }
    }
}
