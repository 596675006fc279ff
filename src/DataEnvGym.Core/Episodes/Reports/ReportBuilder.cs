using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Statistics;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes.Reports;

/// <summary>The answers that a report is made from.</summary>
/// <param name="SelectBefore">The base on <c>select</c>.</param>
/// <param name="SelectAfter">The chosen checkpoint on <c>select</c>.</param>
/// <param name="TestBefore">The base on the sealed split.</param>
/// <param name="TestAfter">The chosen checkpoint on the sealed split.</param>
public sealed record ReportAnswers(
    IReadOnlyList<GradedAnswer> SelectBefore, IReadOnlyList<GradedAnswer> SelectAfter, IReadOnlyList<GradedAnswer> TestBefore, IReadOnlyList<GradedAnswer> TestAfter)
{
    /// <summary>The skills of the probe items, where the environment has skills.</summary>
    public TaxonomySummary? Taxonomy { get; init; }
}

/// <summary>Computes a report from an episode and its answers. Pure.</summary>
public static class ReportBuilder
{
    /// <summary>The report of a finished episode.</summary>
    /// <param name="state">The episode.</param>
    /// <param name="reason">Why it ended.</param>
    /// <param name="answers">The answers of its examinations.</param>
    /// <param name="regret">What its budget brought by skill, if it has skills.</param>
    /// <param name="calls">Each call to a teacher.</param>
    public static EpisodeReport Build(EpisodeState state, StopReason reason, ReportAnswers answers, RegretReport? regret = null, IReadOnlyList<CallRecord>? calls = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(answers);
        var spec = state.Spec;
        var best = state.BestIteration();
        var weak = WeakSkills.Find(state.BaseExams!.Select.Skills);
        var weakBefore = Of(answers.TestBefore, weak.Contains);
        var chosen = state.After(best).Checkpoint.Weights;
        return new()
        {
            Episode = state.EpisodeId,
            Task = spec.Task.Name,
            Environment = Words.Of(spec.Environment),
            Agent = AgentName(spec),
            Seed = spec.Seed,
            Student = spec.Student.Name,
            Stopped = reason,
            Iterations = Curve(state),
            BestIteration = best,
            Select = Compare(answers.SelectBefore, answers.SelectAfter),
            Test = Compare(answers.TestBefore, answers.TestAfter),
            Weak = weakBefore.Count == 0 ? null : Compare(weakBefore, Of(answers.TestAfter, weak.Contains)),
            Skills = BySkill(answers, weak),
            Levels = ByLevel(answers),
            Taxonomy = answers.Taxonomy is not { } skills
                ? null
                : new(skills.Id, skills.Version, Words.Of((spec.Skills ?? new()).Source), skills.Sizes.Count, skills.Items, skills.Coverage),
            Examples = state.Examples,
            Spend = ReportSpend.Of(state.Spend),
            SpendBy = calls is null ? null : ReportSpendBy.Of(calls),
            Prices = ReportPrice.Of(spec),
            Seconds = state.Seconds,
            Checkpoint = new(chosen.Name, chosen.Sha256),
            Regret = regret,
            Grader = state.BaseExams!.Select.Grader,
            Protocol = state.BaseExams!.Select.Protocol,
        };
    }

    /// <summary>Agent and, where one decides, policy, such as <c>teacher/error-proportional</c>.</summary>
    public static string AgentName(EpisodeSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var tree = spec.Environment == EnvironmentKind.SkillTree ? $"/{Words.Of((spec.Agent.Tree ?? new()).Policy)}" : "";
        return Words.Of(spec.Agent.Kind) + tree + (PolicyCatalog.Decides(spec) ? $"/{Words.Of(spec.Agent.Policy.Name)}" : "");
    }

    private static List<ReportIteration> Curve(EpisodeState state)
    {
        var curve = new List<ReportIteration> { Point(0, state.BaseExams!) };
        foreach (var iteration in state.Iterations)
        {
            curve.Add(Point(iteration.Number, iteration.Exams) with
            {
                Ordered = iteration.Ordered,
                Examples = iteration.TrainedOn,
                Dropped = iteration.Dropped,
                TotalExamples = curve[^1].TotalExamples + iteration.TrainedOn,
                Malformed = iteration.Malformed,
                Approval = iteration.Approval,
            });
        }

        return curve;
    }

    private static ReportIteration Point(int number, ExamPair exams)
    {
        var select = Proportions.Wilson(exams.Select.Correct, exams.Select.Items);
        return new(number, exams.Probe.Accuracy, select.Value, select.Low, select.High, 0, 0, new Dictionary<string, int>(), 0, 0);
    }

    private static List<ReportSkill> BySkill(ReportAnswers answers, IReadOnlySet<string> weak) =>
        [.. answers.TestBefore
            .Select(answer => answer.Skill)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(skill => (skill, pair: Compare(Of(answers.TestBefore, skill.Equals), Of(answers.TestAfter, skill.Equals))))
            .Select(row => new ReportSkill(row.skill, weak.Contains(row.skill), row.pair.N, row.pair.Before, row.pair.After, row.pair.Difference))];

    private static List<ReportLevel>? ByLevel(ReportAnswers answers)
    {
        var levels = answers.TestBefore.Select(answer => answer.Level).OfType<int>().Distinct().Order().ToList();
        return levels.Count == 0 ? null : [.. levels
            .Select(level => (level, pair: Compare(At(answers.TestBefore, level), At(answers.TestAfter, level))))
            .Select(row => new ReportLevel(row.level, row.pair.N, row.pair.Before, row.pair.After, row.pair.Difference))];
    }

    private static List<GradedAnswer> At(IReadOnlyList<GradedAnswer> answers, int level) => [.. answers.Where(answer => answer.Level == level)];

    private static List<GradedAnswer> Of(IReadOnlyList<GradedAnswer> answers, Func<string, bool> isWanted) =>
        [.. answers.Where(answer => answer.Skill is { } skill && isWanted(skill))];

    internal static BeforeAfter Compare(IReadOnlyList<GradedAnswer> before, IReadOnlyList<GradedAnswer> after)
    {
        var pairs = PairTable.Of(before, after);
        return new(
            (double)(pairs.Both + pairs.OnlyBefore) / pairs.Total, (double)(pairs.Both + pairs.OnlyAfter) / pairs.Total, pairs.Total,
            Proportions.PairedDifference(pairs));
    }
}
