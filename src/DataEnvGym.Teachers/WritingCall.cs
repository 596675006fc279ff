using DataEnvGym.Core;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers;

/// <summary>One call that asks for the examples of an order: what decides its seed and its words.</summary>
/// <param name="Iteration">1-based.</param>
/// <param name="Round">0 for a plan's first filling.</param>
/// <param name="Order">The order's id.</param>
/// <param name="Skill">The order's skill, if it has one.</param>
/// <param name="Number">1-based, among the calls of the order in the round.</param>
internal sealed record WritingCall(int Iteration, int Round, string Order, string? Skill, int Number)
{
    /// <summary>The seed that all calls of the order in the round share.</summary>
    public static ulong OrderSeed(ulong seed, int iteration, int round, string order) => Rng.Derive(seed, "write", $"{iteration}", $"{round}", order);

    /// <summary>The seed of this call.</summary>
    /// <param name="orderSeed">See <see cref="OrderSeed"/>.</param>
    public ulong Seed(ulong orderSeed) => Rng.Derive(orderSeed, $"call-{Number}");

    /// <summary>The question.</summary>
    /// <param name="words">The domain's words.</param>
    /// <param name="count">Examples to ask for.</param>
    /// <param name="shown">Student errors to show, in order.</param>
    /// <param name="seeds">Training items to show, in order.</param>
    public ChatQuestion Question(PromptSet words, int count, IEnumerable<StudentError> shown, IReadOnlyList<Item> seeds)
    {
        var request = new WriteExamplesRequest(
            count,
            [.. shown.Select(error => new ErrorToShow(error.Prompt, error.Response, error.Reference))],
            $"iteration-{Iteration}/{Order}/round-{Round}/call-{Number}")
        {
            Skill = Skill == Taxonomy.Unlabelled ? null : Skill,
            Seeds = seeds.Count == 0 ? null : [.. seeds.Select(SeedToShow.Of)],
        };
        return TeacherPrompts.WriteExamples(words, request) with { Order = Order, Skill = Skill };
    }
}
