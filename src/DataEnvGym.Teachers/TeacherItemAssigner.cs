using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Labelling;

namespace DataEnvGym.Teachers;

/// <summary>Asks a teacher which of given skills each item needs, in batches. The outcome does not depend on the order in which the items come.</summary>
/// <param name="chat">The teacher.</param>
public sealed class TeacherItemAssigner(StructuredChat chat) : IItemAssigner
{
    /// <inheritdoc/>
    public async Task<ItemAssignment> AssignAsync(
        IReadOnlyList<Item> items, IReadOnlyList<string> choices, PromptSet prompts, Allowance allowance, ulong seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentOutOfRangeException.ThrowIfZero(choices.Count);
        var talk = new SkillTalk(chat, prompts, allowance, seed);
        var assigner = new ItemAssigner(talk, progress: null);
        var chosen = await assigner.AssignAsync(items, choices, cancellationToken);
        return new(chosen, talk.Spent, talk.Malformed, assigner.AllowanceReached) { Calls = talk.Calls };
    }
}
