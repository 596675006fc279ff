using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>Episodes of a second and less.</summary>
internal static class Specs
{
    /// <summary>Two iterations of 48 examples; the teacher is asked for 4 at a time.</summary>
    public static EpisodeSpec Small { get; } = new()
    {
        Name = "small",
        Seed = 7,
        Task = new() { Sizes = new() { Probe = 4, Select = 4, Test = 4 } },
        Teacher = new() { ExamplesPerCall = 4, MaxTokensPerCall = 1000 },
        ExamplesPerIteration = 48,
        Stop = new() { Iterations = 2 },
    };

    /// <summary>The least that is still two iterations with top-ups.</summary>
    public static EpisodeSpec Tiny { get; } = Small with
    {
        Name = "tiny",
        Task = new() { Sizes = new() { Probe = 1, Select = 1, Test = 1 } },
        Teacher = new() { ExamplesPerCall = 4, MaxTokensPerCall = 1000, Faults = new() { Malformed = 0.5 } },
        ExamplesPerIteration = 12,
    };

    /// <summary>A spec in the skill-tree environment; <see cref="Small"/> unless another is given.</summary>
    public static EpisodeSpec Tree(TreeSpec? tree = null, EpisodeSpec? of = null)
    {
        var spec = of ?? Small;
        return spec with { Environment = EnvironmentKind.SkillTree, Agent = spec.Agent with { Tree = tree ?? new() { Policy = TreePolicyKind.Threshold, Subskills = 2 } } };
    }

    public static EpisodeSpec Until(this EpisodeSpec spec, StopSpec stop) => spec with { Stop = stop };

    public static EpisodeSpec With(this EpisodeSpec spec, TeacherFaults faults) => spec with { Teacher = spec.Teacher with { Faults = faults } };

    public static EpisodeSpec With(this EpisodeSpec spec, AgentKind agent, EnvironmentKind environment) =>
        spec with { Agent = spec.Agent with { Kind = agent }, Environment = environment };
}
