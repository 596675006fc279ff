using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Labelling;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Estimates;

/// <summary>Costs the three steps of <see cref="TeacherSkillDiscovery"/> on the items that it would label.</summary>
internal sealed class LabellingEstimate(IReadOnlyList<Item> items, PromptSet words, TeacherSpec teacher, IReadOnlyList<string> likelySkills)
{
    // {"id":"12","skill":"two-step-addition"},
    private const int TokensPerLabel = 11;

    // Items whose label comes into no group.
    private const double UsuallyOpen = 0.05;

    private static readonly string Longest = new('\u4E00', SkillName.MaxLength);

    private readonly QuestionEstimate labels = new(teacher, TeacherJson.Default.LabelSkillsAnswer);
    private readonly QuestionEstimate groups = new(teacher, TeacherJson.Default.AggregateSkillsAnswer);

    /// <summary>What a discovery costs.</summary>
    public Workload Discovery() => Labelling() + Grouping() + Assigning();

    /// <summary>What it costs to assign the items to skills that there are.</summary>
    /// <param name="share">The share of the items that probably has to be.</param>
    public Workload Assigning(double share = UsuallyOpen)
    {
        var sum = default(Workload);
        foreach (var batch in Batches())
        {
            sum += new Workload(
                labels.Expected(TeacherPrompts.AssignItems(words, new AssignItemsRequest(batch, likelySkills)), TokensPerLabel * batch.Length),
                labels.Worst(TeacherPrompts.AssignItems(words, new AssignItemsRequest(batch, Names(items.Count)))));
        }

        return sum with { Expected = sum.Expected.Times(share) };
    }

    private Workload Labelling()
    {
        var sum = default(Workload);
        foreach (var batch in Batches())
        {
            sum += new Workload(
                labels.Expected(TeacherPrompts.LabelSkills(words, new LabelSkillsRequest(batch, likelySkills)), TokensPerLabel * batch.Length),
                labels.Worst(TeacherPrompts.LabelSkills(words, new LabelSkillsRequest(batch, Names(ItemLabeller.MaxKnownSkills)))));
        }

        return sum;
    }

    // At worst each item has a label of its own.
    private Workload Grouping()
    {
        const int most = TeacherSkillDiscovery.LabelsPerCall;
        var worst = groups.Worst(TeacherPrompts.AggregateSkills(words, new AggregateSkillsRequest(Names(most), Names(most)) { Count = items.Count }));
        return new(
            groups.Expected(TeacherPrompts.AggregateSkills(words, new AggregateSkillsRequest(likelySkills, [])), 2 * TokensPerLabel * likelySkills.Count),
            worst.Times((items.Count + most - 1) / most));
    }

    private IEnumerable<ItemToLabel[]> Batches() => items
        .Chunk(TeacherSkillDiscovery.ItemsPerCall)
        .Select(batch => batch.Select((item, index) => new ItemToLabel($"{index + 1}", item.Prompt)).ToArray());

    private static string[] Names(int count) => [.. Enumerable.Repeat(Longest, count)];
}
