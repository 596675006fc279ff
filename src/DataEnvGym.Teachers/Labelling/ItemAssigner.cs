using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Labelling;

/// <summary>The third step, and all there is to do for items that come later: a choice among the skills that there are.</summary>
/// <param name="talk">The calls.</param>
/// <param name="progress">Counts items.</param>
internal sealed class ItemAssigner(SkillTalk talk, IProgress<WorkProgress>? progress)
{
    /// <summary>Assigns items, until the allowance is reached.</summary>
    /// <param name="items">The items.</param>
    /// <param name="skills">What may be chosen.</param>
    /// <param name="cancellationToken">Stops between calls.</param>
    /// <returns>Item id → skill, null where none of them fits; an item that got no usable answer is left out.</returns>
    public async Task<SortedDictionary<string, string?>> AssignAsync(IReadOnlyList<Item> items, IReadOnlyList<string> skills, CancellationToken cancellationToken)
    {
        var assigned = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        if (skills.Count == 0)
        {
            return assigned;
        }

        var (choices, done) = (new SkillChoices(skills), 0);
        foreach (var deal in ItemDeal.Of(items, talk.Seed))
        {
            var question = TeacherPrompts.AssignItems(talk.Prompts, new(deal.Shown, skills)) with { Skill = choices.Parent };
            var end = await talk.AskAsync(question, TeacherJson.Default.LabelSkillsAnswer, ("assign", done), answer => deal.Take(answer, Use), cancellationToken);
            if (end == TalkEnd.AllowanceReached)
            {
                AllowanceReached = true;
                break;
            }

            done += deal.Count;
            progress?.Report(new WorkProgress(done, items.Count, "items", $"{assigned.Count} assigned"));
        }

        return assigned;

        bool Use(string item, string written)
        {
            var usable = choices.TryRead(written, out var skill);
            if (usable)
            {
                assigned[item] = skill;
            }

            return usable;
        }
    }

    /// <summary>Whether a call was left out because it might have passed the allowance.</summary>
    public bool AllowanceReached { get; private set; }
}
