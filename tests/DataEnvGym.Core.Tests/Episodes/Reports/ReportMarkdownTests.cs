using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Tests.Episodes.Reports;

public sealed class ReportMarkdownTests
{
    [Theory]
    [InlineData(0.25, 0.1, 0.4, "The student got better: from 40.0 % to 65.0 % of the sealed test, +25.0 points (+10.0 … +40.0).")]
    [InlineData(-0.25, -0.4, -0.1, "The student got worse: from 40.0 % to 15.0 % of the sealed test, −25.0 points (−40.0 … −10.0).")]
    [InlineData(0.1, -0.05, 0.25, "No difference can be claimed: 40.0 % before and 50.0 % after on the sealed test, +10.0 points (−5.0 … +25.0).")]
    [InlineData(0.1, 0, 0.2, "No difference can be claimed: 40.0 % before and 50.0 % after on the sealed test, +10.0 points (0.0 … +20.0).")]
    public void Verdict_Interval_ClaimsNoMoreThanItHolds(double value, double low, double high, string verdict) =>
        ReportMarkdown.Verdict(With(value, low, high)).ShouldBe(verdict);

    [Fact]
    public void Verdict_BaseKept_SaysSo() => ReportMarkdown.Verdict(With(0, 0, 0) with { BestIteration = 0 })
        .ShouldBe("No iteration was better than the base on the select split, so the base was kept: 40.0 % of the sealed test.");

    [Fact]
    public void Write_Report_ShowsEveryDifferenceWithItsInterval()
    {
        var text = ReportMarkdown.Write(Reporting.Report);

        foreach (var difference in (Interval[])[Reporting.Report.Test.Difference, Reporting.Report.Weak!.Difference, Reporting.Report.Select.Difference, .. Reporting.Report.Skills.Select(skill => skill.Difference)])
        {
            text.ShouldContain($"| {ReportMarkdown.Points(difference)} |");
        }

        text.ShouldContain(ReportMarkdown.Verdict(Reporting.Report));
    }

    [Fact]
    public void Write_Report_HasItsRows()
    {
        var lines = ReportMarkdown.Write(Reporting.Report).ReplaceLineEndings("\n").Split('\n');

        lines.ShouldContain("# episode-1");
        lines.ShouldContain("| environment, agent | skill-list, teacher/error-proportional |");
        lines.ShouldContain("| teacher | 3 calls, 1,500 tokens, $0.25 |");
        lines.ShouldContain("| 1 | 0.0 % | 90.0 % (59.6 % … 98.2 %) | 40 | 10 | 2 duplicate, 1 empty |");
        lines.ShouldContain(line => line.StartsWith("| sub | yes | 4 | 0.0 % | 100.0 % |", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("| add |  | 4 | 100.0 % | 75.0 % |", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("| test, weak skills only | 4 |", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_NoSkills_LeavesTheirPartsOut()
    {
        var text = ReportMarkdown.Write(Reporting.Report with { Skills = [], Weak = null });

        text.ShouldNotContain("weak");
        text.ShouldContain("| select (chose the checkpoint) | 10 |");
    }

    [Theory]
    [InlineData(0.0004, "0.0 points (0.0 … +1.0)")]
    [InlineData(-0.0004, "0.0 points (0.0 … +1.0)")]
    public void Points_NextToNothing_HasNoSign(double value, string text) => ReportMarkdown.Points(new(value, value, 0.01)).ShouldBe(text);

    private static EpisodeReport With(double value, double low, double high) =>
        Reporting.Report with { Test = new(0.4, 0.4 + value, 100, new(value, low, high)) };
}
