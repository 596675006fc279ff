using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes;

/// <summary>Generates in parallel shards, has the drafts screened, curates, and orders what is missing again.</summary>
internal static class DataCollection
{
    /// <summary>Most parallel pieces of a plan. Each has its own share of the budget, and the outcome must not depend on the machine.</summary>
    private const int Shards = 4;

    /// <summary>
    /// Longest answers that fit a piece's share of the budget at the least, while there is more than one: a call is made only if the longest answer, and all
    /// bytes of its prompt, are still paid for, so that small shares would be left unspent.
    /// </summary>
    private const int AnswersPerShard = 8;

    public static async Task<CollectedData> CollectAsync(
        IWorkflowContext context, TeacherCalls teachers, EpisodeState state, int number, ArtifactRef observation, PlanOutput plan)
    {
        var (rounds, exhausted) = (new List<DraftRound>(), new HashSet<string>(StringComparer.Ordinal));
        var screening = new DraftScreening(context, teachers, state, number);
        var (spend, malformed) = (plan.Spend, plan.Malformed);
        List<ArtifactRef?> calls = [plan.Calls];
        IReadOnlyList<ArtifactRef> earlier = [.. state.Iterations.Select(iteration => iteration.Examples)];
        var missing = plan.Orders;
        ArtifactRef? kept = null;
        for (var round = 0; ; round++)
        {
            var writing = VerificationShare.ForWriting(state.Spec, state.Remaining().After(spend));
            var shards = Deal(missing, CountShards(state.Spec, writing));
            var shares = writing.Split([.. shards.Select(shard => shard.Sum(order => order.Count))]);
            var outputs = await teachers.CallAsync(
                EpisodeNames.Generate,
                [.. shards.Select((shard, i) => new GenerateInput(state.Spec, number, round, i, plan.Plan, observation, shard, shares[i]) { Pool = state.Pool })],
                input => input with { Allowance = Allowance.Nothing },
                spend);
            foreach (var output in outputs)
            {
                calls.Add(output.Calls);
                spend += output.Spend;
                malformed += output.Malformed;
                exhausted.UnionWith(output.Exhausted);
            }

            IReadOnlyList<ArtifactRef> drafts = [.. outputs.Select(output => output.Drafts)];
            var verified = await screening.VerifyAsync(round, drafts, kept is null ? earlier : [.. earlier, kept], spend);
            foreach (var output in verified)
            {
                calls.Add(output.Calls);
                spend += output.Spend;
                malformed += output.Malformed;
            }

            var responses = await screening.AskStudentAsync(round, drafts, state.Current().Checkpoint);
            rounds.Add(new(drafts, [.. verified.Select(output => output.Findings)], responses));
            var curated = await context.CallAsync(
                EpisodeNames.Curate, new CurateInput(state.EpisodeId, state.Spec, number, round, plan.Plan, [.. rounds], earlier));
            kept = curated.Examples;
            missing = [.. curated.Missing.Where(order => !exhausted.Contains(order.OrderId))];
            var (wroteLess, verifiedLess) = (outputs.Any(output => output.AllowanceReached), verified.Any(output => output.AllowanceReached));

            // What verification left of its share is there for another round.
            var isSpent = verifiedLess || (wroteLess && verified.Count == 0);
            if (missing.Count == 0 || isSpent || teachers.Ended is not null || round == state.Spec.Curation.TopUps)
            {
                return new(curated, malformed, (wroteLess || verifiedLess) && teachers.Ended is null, spend + teachers.Lost, [.. calls.OfType<ArtifactRef>()]);
            }

            context.Publish(EpisodeStatus.Of(state, "generate", number, spend));
        }
    }

    private static int CountShards(EpisodeSpec spec, Allowance writing)
    {
        var teacher = spec.TeacherFor(TeacherRole.Writer);
        var tokens = AnswersPerShard * (long)teacher.MaxTokensPerCall;
        return Math.Clamp(writing.Times(new Spend(AnswersPerShard, 0, tokens, teacher.Price.Of(0, tokens)), default), 1, Shards);
    }

    // Neighbouring orders stay together, and the shards are about equally large.
    private static List<IReadOnlyList<OrderCount>> Deal(IReadOnlyList<OrderCount> orders, int count)
    {
        var total = orders.Sum(order => (long)order.Count);
        var shards = new List<IReadOnlyList<OrderCount>>();
        var (shard, done) = (new List<OrderCount>(), 0L);
        foreach (var order in orders)
        {
            shard.Add(order);
            done += order.Count;
            if (done * count >= total * (shards.Count + 1))
            {
                shards.Add(shard);
                shard = [];
            }
        }

        return shards;
    }
}
