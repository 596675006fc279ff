using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Statistics;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Tests.Episodes.Reports;

public sealed class ReportBuilderTests
{
    private static readonly EpisodeReport Report = Reporting.Report;

    [Fact]
    public void Build_Test_HoldsBaseAgainstChosenWithInterval() =>
        Report.Test.ShouldBe(new BeforeAfter(4 / 8.0, 7 / 8.0, 8, Proportions.PairedDifference(new(Both: 3, OnlyBefore: 1, OnlyAfter: 4, Neither: 0))));

    [Fact]
    public void Build_Select_HoldsBaseAgainstChosenWithInterval() =>
        Report.Select.ShouldBe(new BeforeAfter(0.5, 0.9, 10, Proportions.PairedDifference(new(5, 0, 4, 1))));

    [Fact]
    public void Build_Skills_AreSortedWithTheWeakOnesMarked()
    {
        Report.Skills.Select(skill => (skill.Name, skill.Weak, skill.N, skill.Before, skill.After)).ShouldBe([("add", false, 4, 1, 0.75), ("sub", true, 4, 0, 1)]);
        Report.Skills[0].Difference.ShouldBe(Proportions.PairedDifference(new(3, 1, 0, 0)));
    }

    [Fact]
    public void Build_Weak_JoinsTheWeakSkillsAlone() =>
        Report.Weak.ShouldBe(new BeforeAfter(0, 1, 4, Proportions.PairedDifference(new(0, 0, 4, 0))));

    // The sealed answers are what is measured, so they must not decide what is measured.
    [Fact]
    public void Build_SkillWeakOnTheSealedSplitAlone_IsNotWeak()
    {
        var state = Reporting.State(9) with { BaseExams = Given.Exams(5, skills: [new("add", 5, 5), new("sub", 5, 5)]) };

        var report = ReportBuilder.Build(state, StopReason.Iterations, Reporting.Answers);

        report.Weak.ShouldBeNull();
        report.Skills.ShouldAllBe(skill => !skill.Weak);
    }

    [Fact]
    public void Build_Levels_AreSplitLikeSkillsAndShownInOrder()
    {
        var answers = Reporting.Answers with { TestBefore = Levelled(Reporting.Answers.TestBefore), TestAfter = Levelled(Reporting.Answers.TestAfter) };

        var report = ReportBuilder.Build(Reporting.State(9), StopReason.Iterations, answers);

        report.Levels!.Select(level => (level.Level, level.N)).ShouldBe([(2, 3), (10, 5)]);
        foreach (var level in report.Levels!)
        {
            level.Before.ShouldBe(answers.TestBefore.Where(answer => answer.Level == level.Level).Average(answer => answer.IsCorrect ? 1.0 : 0));
            level.After.ShouldBe(answers.TestAfter.Where(answer => answer.Level == level.Level).Average(answer => answer.IsCorrect ? 1.0 : 0));
            level.Difference.Value.ShouldBe(level.After - level.Before, 1e-12);
        }

        ReportMarkdown.Write(report).ShouldContain("## Levels on the sealed split\n\n| level | items | before | after | difference (95 % interval) |\n|---:|---:|---:|---:|---:|\n| 2 | 3 | ");
        Report.Levels.ShouldBeNull();
        ReportMarkdown.Write(Report).ShouldNotContain("Levels");
    }

    private static List<GradedAnswer> Levelled(IReadOnlyList<GradedAnswer> answers) => [.. answers.Select((answer, i) => answer with { Level = i < 3 ? 2 : 10 })];

    [Fact]
    public void Build_TaskWithoutSkills_HasNone()
    {
        var answers = Reporting.Answers with
        {
            TestBefore = Reporting.WithoutSkills(Reporting.Answers.TestBefore), TestAfter = Reporting.WithoutSkills(Reporting.Answers.TestAfter),
        };

        var report = ReportBuilder.Build(Given.State(select: 5, iterations: Given.Iteration(1, 9)), StopReason.Iterations, answers);

        report.Skills.ShouldBeEmpty();
        report.Weak.ShouldBeNull();
        report.Test.N.ShouldBe(8);
    }

    // A weak skill without a sealed item has no share, and a share of nothing is no number that JSON can hold.
    [Fact]
    public void Build_WeakSkillNotOnTheSealedSplit_GivesNoWeakRow()
    {
        var answers = Reporting.Answers with { TestBefore = Given.Answers("++++", "add"), TestAfter = Given.Answers("++++", "add") };

        ReportBuilder.Build(Reporting.State(9), StopReason.Iterations, answers).Weak.ShouldBeNull();
    }

    [Fact]
    public void Build_Curve_BeginsWithTheBaseAndAddsUpExamples()
    {
        var wilson = Proportions.Wilson(9, 10);

        Report.Iterations.Select(point => (point.Number, point.Select, point.Ordered, point.Examples, point.TotalExamples))
            .ShouldBe([(0, 0.5, 0, 0, 0), (1, 0.9, 40, 10, 10), (2, 0.8, 40, 20, 30)]);
        Report.Iterations[0].Probe.ShouldBe(0.4);
        Report.Iterations[0].Dropped.ShouldBeEmpty();
        (Report.Iterations[1].SelectLow, Report.Iterations[1].SelectHigh).ShouldBe((wilson.Low, wilson.High));
        Report.Iterations[1].Dropped.ShouldBe(new Dictionary<string, int> { ["duplicate"] = 2, ["empty"] = 1 });
    }

    [Fact]
    public void Build_BestIteration_GivesItsCheckpoint()
    {
        Report.BestIteration.ShouldBe(1);
        Report.Checkpoint.ShouldBe(new ReportCheckpoint("checkpoint-1", "sha-checkpoint-1"));
    }

    [Fact]
    public void Build_NothingBetterThanTheBase_KeepsTheBase()
    {
        var answers = Reporting.Answers with { SelectAfter = Reporting.Answers.SelectBefore, TestAfter = Reporting.Answers.TestBefore };

        var report = ReportBuilder.Build(Reporting.State(5, 4), StopReason.Plateau, answers);

        report.BestIteration.ShouldBe(0);
        report.Checkpoint.ShouldBe(new ReportCheckpoint("checkpoint-0", "sha-checkpoint-0"));
        report.Test.Difference.Value.ShouldBe(0);
        report.Stopped.ShouldBe(StopReason.Plateau);
    }

    [Fact]
    public void Build_Identity_SaysWhoWasExaminedOnWhatAndHow()
    {
        (Report.Episode, Report.Task, Report.Environment, Report.Student, Report.Seed).ShouldBe(("episode-1", "procedural-math", "skill-list", "embedded", 9u));
        (Report.Grader, Report.Protocol, Report.Examples).ShouldBe(("final-answer/1", "greedy", 30));
        Report.Spend.ShouldBe(new ReportSpend(3, 1000, 500, 1500, 0.25m));
        Report.Seconds.Total().ShouldBe(15);
    }

    [Theory]
    [InlineData(EnvironmentKind.SkillList, AgentKind.Teacher, "teacher/error-proportional")]
    [InlineData(EnvironmentKind.OpenEnded, AgentKind.Teacher, "teacher")]
    [InlineData(EnvironmentKind.OpenEnded, AgentKind.NoState, "no-state")]
    [InlineData(EnvironmentKind.OpenEnded, AgentKind.Seeded, "seeded")]
    [InlineData(EnvironmentKind.OpenEnded, AgentKind.Selection, "selection")]
    public void AgentName_Spec_NamesPolicyWhereOneDecides(EnvironmentKind environment, AgentKind kind, string name) =>
        ReportBuilder.AgentName(new() { Environment = environment, Agent = new() { Kind = kind } }).ShouldBe(name);

    [Fact]
    public void Build_AnswersOfOtherItems_AreRefused() =>
        Should.Throw<ArgumentException>(() => ReportBuilder.Build(Reporting.State(9), StopReason.Iterations, Reporting.Answers with { TestAfter = Given.Answers("++") }));
}
