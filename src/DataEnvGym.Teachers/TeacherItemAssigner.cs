using DataEnvGym.Core;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers;

/// <summary>Asks a teacher which of given skills each item needs, in batches. The outcome does not depend on the order in which the items come.</summary>
/// <param name="chat">The teacher.</param>
public sealed class TeacherItemAssigner(StructuredChat chat) : IItemAssigner
{
    /// <summary>Most items that one call shows.</summary>
    public const int ItemsPerCall = 40;

    /// <inheritdoc/>
    public async Task<ItemAssignment> AssignAsync(
        IReadOnlyList<Item> items, IReadOnlyList<string> choices, PromptSet prompts, Allowance allowance, ulong seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentOutOfRangeException.ThrowIfZero(choices.Count);
        var (ledger, malformed, known) = (new Ledger(allowance), 0, new Choices(choices));
        var chosen = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (number, batch) in items.OrderBy(item => item.Id, StringComparer.Ordinal).Chunk(ItemsPerCall).Index())
        {
            // The items' own ids stay here: they may tell the skill.
            var request = new AssignItemsRequest([.. batch.Select((item, index) => new ItemToLabel(LocalId(index), item.Prompt))], choices);
            var question = TeacherPrompts.AssignItems(prompts, request) with { Skill = choices[0].Contains('/', StringComparison.Ordinal) ? choices[0][..choices[0].LastIndexOf('/')] : null };
            var outcome = await chat.AskAsync(
                question, TeacherJson.Default.LabelSkillsAnswer, ledger, Rng.Derive(seed, "assign", $"{number}"), cancellationToken);
            var clean = outcome.Rejection is null && (outcome.Value is not { } answer || Take(answer, batch, known, chosen));
            malformed += clean ? 0 : 1;
            if (outcome.AllowanceReached)
            {
                return new(chosen, ledger.Spent, malformed, AllowanceReached: true) { Calls = ledger.Calls };
            }
        }

        return new(chosen, ledger.Spent, malformed, AllowanceReached: false) { Calls = ledger.Calls };
    }

    /// <summary>Takes the usable choices over.</summary>
    /// <returns>Whether each is one that was offered, for an item of the batch that had none yet.</returns>
    private static bool Take(LabelSkillsAnswer answer, Item[] batch, Choices known, SortedDictionary<string, string?> chosen)
    {
        var open = batch.Select((item, index) => (Local: LocalId(index), item.Id)).ToDictionary(pair => pair.Local, pair => pair.Id, StringComparer.Ordinal);
        var clean = true;
        foreach (var label in answer.Labels)
        {
            if (known.TryRead(label.Skill, out var choice) && open.Remove(label.Id, out var itemId))
            {
                chosen[itemId] = choice;
            }
            else
            {
                clean = false;
            }
        }

        return clean;
    }

    private static string LocalId(int index) => $"{index + 1}";

    /// <summary>Reads choices as teachers write them: in another spelling, or a path by its last part alone where that is clear.</summary>
    private sealed class Choices(IReadOnlyList<string> offered)
    {
        private readonly ILookup<string, string> byPath = offered.ToLookup(Spelling);
        private readonly ILookup<string, string> byName = offered.ToLookup(choice => SkillName.Normalize(choice[(choice.LastIndexOf('/') + 1)..]));

        /// <summary>Reads a choice.</summary>
        /// <param name="written">What the teacher wrote.</param>
        /// <param name="choice">The choice; null for none of them.</param>
        public bool TryRead(string written, out string? choice)
        {
            List<string> exact = [.. byPath[Spelling(written)]], found = exact.Count > 0 ? exact : [.. byName[SkillName.Normalize(written)]];
            choice = found.Count == 1 ? found[0] : null;
            return found.Count == 1 || (found.Count == 0 && SkillName.Normalize(written) == SkillName.None);
        }

        private static string Spelling(string path) => string.Join('/', path.Split('/').Select(SkillName.Normalize));
    }
}
