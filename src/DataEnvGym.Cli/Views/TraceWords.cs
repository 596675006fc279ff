using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Traces;

namespace DataEnvGym.Cli.Views;

/// <summary>What stands in a trace, in words.</summary>
internal static class TraceWords
{
    public static string Of(ExampleInfluence influence) => influence switch
    {
        ExampleInfluence.Trained => "trained on it",
        ExampleInfluence.TrainedAgain => "trained on it again",
        ExampleInfluence.Inherited => "trained from a checkpoint that had learned from it",
        _ => "never learned from it",
    };

    public static string Of(CallRecord call) => (call.Turn, call.End) switch
    {
        (_, CallEnd.Lost) => "a request that brought no answer",
        (0, CallEnd.Answered) => "the answer",
        (_, CallEnd.Answered) => "the answer after a repair",
        _ => $"an answer that could not be used ({Words.Of(call.End)})",
    };

    public static string Of(TreeTurn turn) => turn.Action switch
    {
        Explore => $"explored {turn.Skill}{(turn.Added.Count == 0 ? ", which added nothing" : $", which added {string.Join(", ", turn.Added)}")}",
        Exploit exploit => $"moved allocations of {turn.Skill}: {string.Join(", ", exploit.Deltas.Select(delta => $"{delta.Key} {delta.Value:+0;-0;0}"))}",
        _ => $"nothing was done to {turn.Skill}",
    };
}
