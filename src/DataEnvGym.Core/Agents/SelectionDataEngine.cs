using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Agents;

/// <summary>
/// Fills orders with items of the task's own training data, in an order that the seed fixes; each iteration goes on where the one before ended.
/// The baseline that asks: is generated data better than more real data?
/// </summary>
/// <param name="task">Whose training data are used.</param>
/// <param name="perIteration">Examples of a full iteration; at least 1. The last iteration may order fewer, and still begins behind all full ones.</param>
public sealed class SelectionDataEngine(ITask task, int perIteration) : IDataEngine
{
    /// <inheritdoc/>
    public async Task<DataEngineResult> WriteAsync(DataRequest request, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var pool = (await task.LoadAsync(Split.Train, cancellationToken)).ToArray();
        Rng.For(request.Seed, "selection", $"pass-{request.Round}").Shuffle(pool.AsSpan());
        var drafts = new List<Draft>();
        var exhausted = new List<string>();
        foreach (var context in request.Orders)
        {
            var order = context.Order;
            var taken = pool.Skip((request.Iteration - 1) * perIteration).Take(order.Count).ToList();
            drafts.AddRange(taken.Select(item => ToDraft(order, item, request.Seed)));
            if (taken.Count < order.Count)
            {
                exhausted.Add(order.Id);
            }
        }

        return new(drafts, default(Spend), 0, false, exhausted);
    }

    private static Draft ToDraft(Order order, Item item, ulong seed) =>
        new(order.Id, order.Skill, item.Prompt, item.Solution ?? "", item.Reference, new("train", null, item.Id, [], seed)) { Check = item.Check };
}
