using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Policies;

namespace DataEnvGym.Core.Tests.Policies;

/// <summary>Views that tests start from. Skills are called 0, 1, 2 and have 20 items each.</summary>
internal static class Views
{
    public static PolicyView Of(params int[] correct) => new(1, 1000, Standings(correct), Rng.For(1, "test"));

    public static PolicyView In(this PolicyView view, int iteration, ulong seed = 1) => view with { Iteration = iteration, Rng = Rng.For(seed, $"{iteration}") };

    public static PolicyView After(this PolicyView view, params PastIteration[] past) => view with { Past = past };

    public static PastIteration Past(int[] correct, params int[] examples) => new(
        1, Standings(correct), examples.Index().Where(pair => pair.Item > 0).ToDictionary(pair => $"{pair.Index}", pair => pair.Item));

    public static IReadOnlyList<SkillStanding> Standings(params int[] correct) => [.. correct.Select((right, i) => new SkillStanding($"{i}", 20, right))];

    public static PolicyView WithUnknown(this PolicyView view) => view with { Skills = [.. view.Skills, new SkillStanding("unknown", 0, 0)] };
}
