namespace DataEnvGym.Core.Episodes;

/// <summary>Decides whether a loop goes on. Pure, so that a replay decides the same.</summary>
public static class StopRules
{
    /// <summary>The first limit that is reached, in the order of people's wishes, money, work and time; none to go on.</summary>
    /// <param name="state">The episode so far.</param>
    /// <param name="now">The time.</param>
    /// <param name="stopRequested">Whether a person asked to stop.</param>
    public static StopReason? Decide(EpisodeState state, DateTimeOffset now, bool stopRequested)
    {
        ArgumentNullException.ThrowIfNull(state);
        var (stop, last) = (state.Spec.Stop, state.Iterations.LastOrDefault());
        if (stopRequested)
        {
            return StopReason.User;
        }

        if (last is { Ended: { } ended })
        {
            return ended;
        }

        if (last is { IsRejected: true })
        {
            return StopReason.Rejected;
        }

        if (last is { AllowanceReached: true } || state.Remaining() is { Tokens: 0 } or { Money: 0 })
        {
            return TokensBind(state) ? StopReason.Tokens : StopReason.Money;
        }

        if (stop.TrainingSeconds is { } seconds && (state.TrainingSeconds >= seconds || last?.Training is { WasCut: true }))
        {
            return StopReason.TrainingSeconds;
        }

        if (last is { Examples.Count: 0 })
        {
            return StopReason.NoExamples;
        }

        if (stop.Examples is { } examples && state.Examples >= examples)
        {
            return StopReason.Examples;
        }

        if (stop.Iterations is { } iterations && state.Iterations.Count >= iterations)
        {
            return StopReason.Iterations;
        }

        return stop.WallClock is { } limit && now - state.StartedAt >= limit ? StopReason.WallClock : null;
    }

    // With both limits set, the one of which the smaller share is left is the one that stopped the calls.
    private static bool TokensBind(EpisodeState state)
    {
        var (limit, left) = (state.Spec.Stop, state.Remaining());
        return limit.Money is not { } money || (limit.Tokens is { } tokens && (decimal)left.Tokens!.Value / tokens <= left.Money!.Value / Math.Max(money, 1e-9m));
    }
}
