using System.Runtime.InteropServices;
using DataEnvGym.Core;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers;

/// <summary>
/// Has a teacher label the items in batches, each knowing the names that the earlier ones made, so that names converge. The outcome does not
/// depend on the order in which the items come.
/// </summary>
/// <param name="chat">The teacher.</param>
public sealed class TeacherSkillDiscovery(StructuredChat chat) : ISkillDiscovery
{
    /// <summary>Most items that one call shows.</summary>
    public const int ItemsPerCall = 40;

    internal const int MaxKnownSkills = 200;

    /// <inheritdoc/>
    public async Task<SkillDiscovery> DiscoverAsync(
        IReadOnlyList<Item> items, PromptSet prompts, Allowance allowance, ulong seed, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var ledger = new Ledger(allowance);
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var skills = new SortedSet<string>(StringComparer.Ordinal);
        var (done, malformed) = (0, 0);
        foreach (var batch in Deal(items, seed))
        {
            // The items' own ids stay here: they may tell the skill.
            var request = new LabelSkillsRequest(
                [.. batch.Select((item, index) => new ItemToLabel(LocalId(index), item.Prompt))], [.. skills.Take(MaxKnownSkills)]);
            var callSeed = Rng.Derive(seed, "label", $"{done}");
            var outcome = await chat.AskAsync(
                TeacherPrompts.LabelSkills(prompts, request), TeacherJson.Default.LabelSkillsAnswer, ledger, callSeed, cancellationToken);
            var clean = outcome.Rejection is null && (outcome.Value is not { } answer || Assign(answer, batch, labels));
            malformed += clean ? 0 : 1;
            if (outcome.AllowanceReached)
            {
                break;
            }

            skills.UnionWith(labels.Values);
            done += batch.Length;
            progress?.Report(new WorkProgress(done, items.Count, "items", $"{skills.Count} skills") { Spend = ledger.Spent });
        }

        return new SkillDiscovery(new Taxonomy(1, [.. skills], labels), ledger.Spent, malformed) { Calls = ledger.Calls };
    }

    private static IEnumerable<Item[]> Deal(IReadOnlyList<Item> items, ulong seed)
    {
        var dealt = items.OrderBy(item => item.Id, StringComparer.Ordinal).ToList();
        Rng.For(seed, "deal").Shuffle(CollectionsMarshal.AsSpan(dealt));
        return dealt.Chunk(ItemsPerCall);
    }

    /// <summary>Takes the usable labels over.</summary>
    /// <returns>Whether each label names an item of the batch that had none yet.</returns>
    private static bool Assign(LabelSkillsAnswer answer, Item[] batch, SortedDictionary<string, string> labels)
    {
        var open = batch.Select((item, index) => (Local: LocalId(index), item.Id)).ToDictionary(pair => pair.Local, pair => pair.Id, StringComparer.Ordinal);
        var clean = true;
        foreach (var label in answer.Labels)
        {
            if (!open.Remove(label.Id, out var itemId))
            {
                clean = false;
                continue;
            }

            var skill = SkillName.Normalize(label.Skill);
            if (skill is not ("" or SkillName.Unknown or Taxonomy.Unlabelled))
            {
                labels[itemId] = skill;
            }
        }

        return clean;
    }

    private static string LocalId(int index) => $"{index + 1}";
}
