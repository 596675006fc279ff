using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Agents;

/// <summary>
/// Fills orders with what is there already, in an order that the seed fixes; each iteration goes on where the one before ended. With the task's own training data it
/// is the baseline that asks: is generated data better than more real data?
/// </summary>
/// <param name="pool">What there is.</param>
/// <param name="writer">Where it comes from: <see cref="DraftSource.Train"/> or <see cref="DraftSource.File"/>.</param>
/// <param name="perIteration">Examples of a full iteration; at least 1. The last iteration may order fewer, and still begins behind all full ones.</param>
public sealed class SelectionDataEngine(IReadOnlyList<Item> pool, string writer, int perIteration) : IDataEngine
{
    /// <inheritdoc/>
    public Task<DataEngineResult> WriteAsync(DataRequest request, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var shuffled = pool.ToArray();
        Rng.For(request.Seed, "selection", $"pass-{request.Round}").Shuffle(shuffled.AsSpan());
        var drafts = new List<Draft>();
        var exhausted = new List<string>();
        foreach (var context in request.Orders)
        {
            var order = context.Order;
            var taken = shuffled.Skip((request.Iteration - 1) * perIteration).Take(order.Count).ToList();
            drafts.AddRange(taken.Select(item => ToDraft(order, item, request.Seed)));
            if (taken.Count < order.Count)
            {
                exhausted.Add(order.Id);
            }
        }

        return Task.FromResult(new DataEngineResult(drafts, default(Spend), 0, false, exhausted));
    }

    private Draft ToDraft(Order order, Item item, ulong seed) =>
        new(order.Id, order.Skill, item.Prompt, item.Solution ?? "", item.Reference, new(writer, null, item.Id, [], seed)) { Check = item.Check };
}
