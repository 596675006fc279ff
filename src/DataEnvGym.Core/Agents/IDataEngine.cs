using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Agents;

/// <summary>Fills orders with drafts.</summary>
public interface IDataEngine
{
    /// <summary>Writes drafts for the orders. The same request gives the same drafts.</summary>
    Task<DataEngineResult> WriteAsync(DataRequest request, IProgress<WorkProgress>? progress, CancellationToken cancellationToken);
}

/// <summary>Orders to fill.</summary>
/// <param name="Iteration">1-based.</param>
/// <param name="Round">0 for a plan's first filling, 1 for its first top-up, and so on.</param>
/// <param name="Orders">Each with the errors to show, as full text.</param>
/// <param name="Prompts">The domain's words.</param>
/// <param name="Allowance">What may be spent.</param>
/// <param name="Seed">Fixes all choices.</param>
public sealed record DataRequest(int Iteration, int Round, IReadOnlyList<OrderContext> Orders, PromptSet Prompts, Allowance Allowance, ulong Seed);

/// <summary>An order with all that its writer may know.</summary>
/// <param name="Order">The order.</param>
/// <param name="Errors">Student errors to show, in order; empty for an agent without state.</param>
public sealed record OrderContext(Order Order, IReadOnlyList<StudentError> Errors)
{
    /// <summary>Items of the training data to show, in order; only for <see cref="AgentKind.Seeded"/>.</summary>
    public IReadOnlyList<Item> Seeds { get; init; } = [];
}

/// <summary>What came of a <see cref="DataRequest"/>.</summary>
/// <param name="Drafts">In the order of the orders.</param>
/// <param name="Spend">What it cost.</param>
/// <param name="Malformed">Answers that could not be read, even after one repair.</param>
/// <param name="AllowanceReached">Whether a call was left out because it might have passed the allowance.</param>
/// <param name="Exhausted">Ids of orders whose writer said that it has nothing new for them.</param>
public sealed record DataEngineResult(
    IReadOnlyList<Draft> Drafts, Spend Spend, int Malformed, bool AllowanceReached, IReadOnlyList<string> Exhausted)
{
    /// <summary>The calls that were made; <see cref="Spend"/> is their sum.</summary>
    public IReadOnlyList<CallRecord> Calls { get; init; } = [];
}
