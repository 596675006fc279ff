using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Teachers.Estimates;

/// <summary>Says before an episode begins what its teachers will cost: with its real prompts, filled with real items, and the token bounds of the budget check.</summary>
public static class EpisodeEstimator
{
    private const int MostIterations = 1000;
    private const int MostPast = 100;
    private const int Shards = 4;
    private const double TokensPerSecond = 60;
    private const double SecondsPerCall = 1;

    // Names as long as those that models give, for tasks that name no skills of their own.
    private static readonly string[] UsualSkills = [.. Enumerable.Range(1, 12).Select(number => $"some-named-skill-{number:00}")];

    /// <summary>Estimates an episode.</summary>
    /// <param name="spec">The episode.</param>
    /// <param name="task">Its task.</param>
    /// <param name="cancellationToken">Stops the reading of the task.</param>
    /// <exception cref="TaskDataException">The task's data cannot be read.</exception>
    public static async Task<EpisodeEstimate> EstimateAsync(EpisodeSpec spec, ITask task, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(task);
        var items = await task.LoadAsync(Split.Probe, cancellationToken);
        if (items.Count == 0)
        {
            throw new TaskDataException($"{task.Name} has no items in its probe split; give it more data or larger task.sizes.");
        }

        return Estimate(spec, task, items);
    }

    private static EpisodeEstimate Estimate(EpisodeSpec spec, ITask task, IReadOnlyList<Item> items)
    {
        string[] skills = [.. items.Select(item => item.Skill).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        skills = skills.Length > 0 ? skills : UsualSkills;
        var isTaught = spec.Agent.Kind != AgentKind.Selection;
        var labelling = isTaught && spec.Environment != EnvironmentKind.OpenEnded ? Labelling(spec, task, items, skills) : default;
        var writing = isTaught ? new WritingEstimate(spec, task, items, skills).PerIteration() : default;
        var iterations = LikelyIterations(spec);
        var most = spec.Stop.Iterations ?? spec.Stop.Examples ?? MostIterations;
        var advice = isTaught && spec.Environment != EnvironmentKind.OpenEnded && (PolicyCatalog.WantsAdvice(spec.Agent.Policy, 1) || PolicyCatalog.WantsAdvice(spec.Agent.Policy, 2))
            ? AdviceEstimate.Of(
                task.Domain.Prompts, spec.TeacherFor(TeacherRole.Planner), spec.ExamplesPerIteration, skills,
                (items.Count + 1) * (spec.Environment == EnvironmentKind.SkillTree ? TreePolicyCatalog.MaxSubskills(spec.Agent.Tree ?? new()) : 1), Math.Min(most, MostPast))
            : default;
        var tree = isTaught && spec.Environment == EnvironmentKind.SkillTree ? new TreeEstimate(spec, task.Domain.Prompts, items, skills) : null;
        var (planning, assigning) = (advice + (tree?.Proposing() ?? default) + (tree?.Steering() ?? default), tree?.Assigning() ?? default);
        var each = planning + assigning + writing;
        var expected = Budget.Run(spec, labelling.Expected, each.Expected, iterations ?? MostIterations);
        var worst = Budget.Run(spec, labelling.Worst, each.Worst, most);
        return new(
            iterations,
            iterations is { } number ? Math.Min(number * spec.ExamplesPerIteration, spec.Stop.Examples ?? int.MaxValue) : null,
            [
                .. Role(spec, TeacherRole.Labeller, labelling + new Workload(assigning.Expected.Times(iterations ?? 1), assigning.Worst.Times(most))),
                .. Role(spec, TeacherRole.Planner, new(planning.Expected.Times(iterations ?? 1), planning.Worst.Times(most))),
                .. Role(spec, TeacherRole.Writer, new(writing.Expected.Times(iterations ?? 1), writing.Worst.Times(most))),
            ],
            ReportSpend.Of(expected.Spent),
            ReportSpend.Of(worst.Spent),
            [.. Budget.Caps(spec, expected, worst)],
            Seconds(spec.TeacherFor(TeacherRole.Labeller), labelling.Expected, 1) + (Seconds(spec.TeacherFor(TeacherRole.Writer), writing.Expected, Shards) * expected.Iterations));
    }

    private static Workload Labelling(EpisodeSpec spec, ITask task, IReadOnlyList<Item> items, IReadOnlyList<string> skills)
    {
        var cost = new LabellingEstimate(items, task.Domain.Prompts, spec.TeacherFor(TeacherRole.Labeller), skills);
        return spec.Skills?.Source switch
        {
            SkillSource.Gold => default,
            SkillSource.File => cost.Assigning(0),
            _ => cost.Discovery(),
        };
    }

    private static int? LikelyIterations(EpisodeSpec spec)
    {
        int? byExamples = spec.Stop.Examples is { } examples ? (examples + spec.ExamplesPerIteration - 1) / spec.ExamplesPerIteration : null;
        return (spec.Stop.Iterations, byExamples) is ({ } a, { } b) ? Math.Min(a, b) : spec.Stop.Iterations ?? byExamples;
    }

    private static IEnumerable<RoleEstimate> Role(EpisodeSpec spec, TeacherRole role, Workload work)
    {
        if (work.Worst.Calls > 0)
        {
            var teacher = spec.TeacherFor(role);
            yield return new(
                role, teacher.Model is null ? teacher.Kind : $"{teacher.Kind}/{teacher.Model}", !teacher.Price.IsSet, ReportSpend.Of(work.Expected), ReportSpend.Of(work.Worst));
        }
    }

    private static double Seconds(TeacherSpec teacher, Spend spend, int parallel) =>
        teacher.Kind == TeacherKinds.Offline ? 0 : ((spend.OutputTokens / TokensPerSecond) + (spend.Calls * SecondsPerCall)) / Math.Min(parallel, teacher.ParallelCalls);
}
