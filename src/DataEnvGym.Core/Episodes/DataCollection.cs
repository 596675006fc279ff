using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes;

/// <summary>Generates in parallel shards, has the drafts screened, curates, and orders what is missing again.</summary>
internal static class DataCollection
{
    /// <summary>Parallel pieces of a plan. Fixed, because each has its own share of the budget and the outcome must not depend on the machine.</summary>
    private const int Shards = 4;

    public static async Task<CollectedData> CollectAsync(
        IWorkflowContext context, TeacherCalls teachers, EpisodeState state, int number, ArtifactRef observation, PlanOutput plan)
    {
        var (rounds, exhausted) = (new List<DraftRound>(), new HashSet<string>(StringComparer.Ordinal));
        var screening = new DraftScreening(context, teachers, state, number);
        var (spend, malformed, reached) = (plan.Spend, plan.Malformed, false);
        List<ArtifactRef?> calls = [plan.Calls];
        IReadOnlyList<ArtifactRef> earlier = [.. state.Iterations.Select(iteration => iteration.Examples)];
        var missing = plan.Orders;
        ArtifactRef? kept = null;
        for (var round = 0; ; round++)
        {
            var remaining = state.Remaining().After(spend);
            var shards = Deal(missing);
            var shares = remaining.Split([.. shards.Select(shard => shard.Sum(order => order.Count))]);
            var outputs = await teachers.CallAsync(
                EpisodeNames.Generate,
                [.. shards.Select((shard, i) => new GenerateInput(state.Spec, number, round, i, plan.Plan, observation, shard, shares[i]))],
                input => input with { Allowance = Allowance.Nothing },
                spend);
            foreach (var output in outputs)
            {
                calls.Add(output.Calls);
                spend += output.Spend;
                malformed += output.Malformed;
                reached |= output.AllowanceReached;
                exhausted.UnionWith(output.Exhausted);
            }

            IReadOnlyList<ArtifactRef> drafts = [.. outputs.Select(output => output.Drafts)];
            var verified = await screening.VerifyAsync(round, drafts, kept is null ? earlier : [.. earlier, kept], spend);
            foreach (var output in verified)
            {
                calls.Add(output.Calls);
                spend += output.Spend;
                malformed += output.Malformed;
                reached |= output.AllowanceReached;
            }

            var responses = await screening.AskStudentAsync(round, drafts, state.Current().Checkpoint);
            rounds.Add(new(drafts, [.. verified.Select(output => output.Findings)], responses));
            var curated = await context.CallAsync(
                EpisodeNames.Curate, new CurateInput(state.EpisodeId, state.Spec, number, round, plan.Plan, [.. rounds], earlier));
            kept = curated.Examples;
            missing = [.. curated.Missing.Where(order => !exhausted.Contains(order.OrderId))];
            if (missing.Count == 0 || reached || teachers.Ended is not null || round == state.Spec.Curation.TopUps)
            {
                return new(curated, malformed, reached && teachers.Ended is null, spend + teachers.Lost, [.. calls.OfType<ArtifactRef>()]);
            }

            context.Publish(EpisodeStatus.Of(state, "generate", number, spend));
        }
    }

    // Neighbouring orders stay together, and the shards are about equally large.
    private static List<IReadOnlyList<OrderCount>> Deal(IReadOnlyList<OrderCount> orders)
    {
        var total = orders.Sum(order => (long)order.Count);
        var shards = new List<IReadOnlyList<OrderCount>>();
        var (shard, done) = (new List<OrderCount>(), 0L);
        foreach (var order in orders)
        {
            shard.Add(order);
            done += order.Count;
            if (done * Shards >= total * (shards.Count + 1))
            {
                shards.Add(shard);
                shard = [];
            }
        }

        return shards;
    }
}
