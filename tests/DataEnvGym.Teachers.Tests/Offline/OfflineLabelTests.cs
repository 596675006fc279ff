using System.Text.Json;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;
using Client = DataEnvGym.Teachers.Tests.Support.Offline;

namespace DataEnvGym.Teachers.Tests.Offline;

public sealed class OfflineLabelTests
{
    private static readonly ProceduralMathTask Benchmark = new(new SplitSizes { Probe = 12 });

    private static Task<IReadOnlyList<Item>> ProbeAsync() => Benchmark.LoadAsync(Split.Probe, default);

    private static TeacherSkillDiscovery Labeller(ulong seed, double mislabelled) =>
        new(new StructuredChat(Client.Teacher(seed, new TeacherFaults { Mislabelled = mislabelled }), new TeacherSpec()));

    private static async Task<Taxonomy> DiscoverAsync(ulong seed, double mislabelled) =>
        (await Labeller(seed, mislabelled).DiscoverAsync(await ProbeAsync(), null, Benchmark.Domain.Prompts, Allowance.Unlimited, seed, null, default)).Taxonomy;

    [Fact]
    public async Task Mislabelled_AShare_IsNamedAsAnotherSkillAndLowersAgreementWithTheTruth()
    {
        var items = await ProbeAsync();
        var gold = GoldTaxonomy.Of("procedural-math", items);
        var found = await DiscoverAsync(1, 0.25);
        var wrong = items.Count(item => found.SkillOf(item.Id) != item.Skill);
        ((double)wrong / items.Count).ShouldBeInRange(0.15, 0.35);
        var agreement = LabelAgreement.Of(found, gold);
        agreement.Same.ShouldBe(1 - ((double)wrong / items.Count), 1e-12);
        agreement.Kappa.ShouldBeInRange(0.6, 0.85);
        LabelAgreement.Of(await DiscoverAsync(1, 0), gold).Kappa.ShouldBe(1);
    }

    [Fact]
    public async Task Mislabelled_TwoSeeds_AgreeLessThanEitherWithTheTruth()
    {
        var (first, second, again) = (await DiscoverAsync(1, 0.2), await DiscoverAsync(2, 0.2), await DiscoverAsync(1, 0.2));
        LabelAgreement.Of(first, again).AdjustedRand.ShouldBe(1);
        var gold = GoldTaxonomy.Of("procedural-math", await ProbeAsync());
        LabelAgreement.Of(first, second).AdjustedRand.ShouldBeLessThan(LabelAgreement.Of(first, gold).AdjustedRand);
    }

    [Fact]
    public async Task Assign_Items_AreRecognisedAmongTheChoices()
    {
        var items = await ProbeAsync();
        var (known, unknown) = (ProceduralMath.Skills[0].Name, ProceduralMath.Skills[1].Name);
        var found = await new TeacherItemAssigner(new(Client.Teacher(), new())).AssignAsync([.. items.Where(item => item.Skill == known || item.Skill == unknown)], [known, "poetry"], Benchmark.Domain.Prompts, Allowance.Unlimited, 1, null, default);
        items.Where(item => item.Skill == known).ShouldAllBe(item => found.Fitting[item.Id] == known);
        found.Fitting.Count.ShouldBe(12);
        found.Malformed.ShouldBe(0);
    }

    [Fact]
    public async Task Assign_PartsOfASkill_AreRecognisedByTheirLevel()
    {
        var skill = ProceduralMath.Skills[0];
        var items = (await ProbeAsync()).Where(item => item.Skill == skill.Name).ToList();
        var text = await Client.Teacher().AskAsync(
            new AssignItemsRequest([.. items.Select(item => new ItemToLabel(item.Id, item.Prompt))], [skill.LevelNames[0], skill.LevelNames[2]]) { Skill = skill.Name });
        var answer = JsonSerializer.Deserialize(text, TeacherJson.Default.LabelSkillsAnswer).ShouldNotBeNull();
        answer.Labels.Select(label => label.Skill).ShouldBe(items.Select(item => item.Level == 2 ? "none" : skill.LevelNames[item.Level!.Value - 1]));
    }

    [Fact]
    public async Task Aggregate_NamesOfOneSkill_BecomeOne()
    {
        var skill = ProceduralMath.Skills[0];
        var text = await Client.Teacher().AskAsync(new AggregateSkillsRequest([skill.Name, skill.Description, "poetry"], []));
        var answer = JsonSerializer.Deserialize(text, TeacherJson.Default.AggregateSkillsAnswer).ShouldNotBeNull();
        answer.Skills.Select(group => $"{group.Name}: {group.Labels.Count}").ShouldBe([$"{skill.Name}: 2", "poetry: 1"]);
    }
}
