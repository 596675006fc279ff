using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Labelling;

/// <summary>The first step: a label for each item. Each call knows the names that the earlier ones made, so that they converge.</summary>
/// <param name="talk">The calls.</param>
/// <param name="progress">Counts items.</param>
internal sealed class ItemLabeller(SkillTalk talk, IProgress<WorkProgress>? progress)
{
    /// <summary>Most names that a call is told.</summary>
    public const int MaxKnownSkills = 200;

    /// <summary>Labels items.</summary>
    /// <returns>Item id → label, for each item that got a usable one.</returns>
    public async Task<SortedDictionary<string, string>> LabelAsync(IReadOnlyList<Item> items, CancellationToken cancellationToken)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var done = 0;
        foreach (var deal in ItemDeal.Of(items, talk.Seed))
        {
            var request = new LabelSkillsRequest(deal.Shown, [.. names.Take(MaxKnownSkills)]);
            var end = await talk.AskAsync(
                TeacherPrompts.LabelSkills(talk.Prompts, request), TeacherJson.Default.LabelSkillsAnswer, ("label", done), answer => deal.Take(answer, Use), cancellationToken);
            if (end == TalkEnd.AllowanceReached)
            {
                break;
            }

            done += deal.Count;
            progress?.Report(new WorkProgress(done, items.Count, "items", $"{names.Count} labels") { Spend = talk.Spent });
        }

        return labels;

        bool Use(string item, string label)
        {
            var name = SkillName.Normalize(label);
            if (SkillName.IsUsable(name))
            {
                labels[item] = name;
                names.Add(name);
            }

            return true;
        }
    }
}
