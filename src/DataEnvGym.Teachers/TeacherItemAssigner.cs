using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Students;
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
        IReadOnlyList<Item> items, IReadOnlyList<string> choices, PromptSet prompts, Allowance allowance, ulong seed, IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(choices);
        var talk = new SkillTalk(chat, prompts, allowance, seed);
        var assigner = new ItemAssigner(talk, progress);
        var chosen = await assigner.AssignAsync(items, choices, cancellationToken);
        return new(chosen, talk.Spent, talk.Malformed, assigner.AllowanceReached) { Calls = talk.Calls };
    }
}
