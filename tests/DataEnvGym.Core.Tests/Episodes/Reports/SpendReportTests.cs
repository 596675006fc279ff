using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Tests.Episodes.Reports;

public sealed class SpendReportTests
{
    [Fact]
    public void Build_Calls_AreAddedUpInEachWay()
    {
        var by = Reporting.Report.SpendBy.ShouldNotBeNull();

        by.Role.Select(row => (row.Name, row.Spend.Calls, row.Spend.Tokens, row.Spend.Money)).ShouldBe([("labeller", 1, 150, 0.05m), ("writer", 2, 1350, 0.2m)]);
        by.Agent.Select(row => (row.Name, row.Spend.Calls)).ShouldBe([("teacher/uniform", 3)]);
        by.Iteration.Select(row => (row.Name, row.Spend.InputTokens)).ShouldBe([("0", 100), ("1", 400), ("2", 500)]);
        by.Skill.Select(row => (row.Name, row.Spend.CachedTokens)).ShouldBe([("-", 60), ("add", 0), ("sub", 0)]);
    }

    [Fact]
    public void Group_Iterations_AreInTheOrderOfTheirNumbers() =>
        ReportSpendBy.Group([.. new[] { 10, 9, 0 }.Select(number => Reporting.Calls[0] with { Iteration = number })], SpendKeys.Iteration)
            .Select(row => row.Name).ShouldBe(["0", "9", "10"]);

    [Fact]
    public void Write_Report_ShowsWhatTheTeachersCostAndWherePricesComeFrom()
    {
        var spec = new EpisodeSpec
        {
            Teacher = new() { Kind = TeacherKinds.OpenAI, Model = "m", Price = new() { InputPerMillion = 2, CachedInputPerMillion = 0.5m, OutputPerMillion = 8, Source = "a contract" } },
            Teachers = new() { Judge = new() { Kind = TeacherKinds.Compatible, Model = "j", Price = new() { OutputPerMillion = 1 } }, Labeller = new() },
        };
        var prices = ReportPrice.Of(spec);

        var text = ReportMarkdown.Write(Reporting.Report with { Prices = prices });

        prices.ShouldBe([new("teacher", "openai/m", 2, 0.5m, 8, "a contract"), new("teachers.judge", "openai-compatible/j", 0, 0, 1, "the spec")]);
        text.ShouldContain("| role labeller | 1 | 100 | 60 | 50 | 0.0500 |");
        text.ShouldContain("| skill sub | 1 | 400 | 0 | 200 | 0.1000 |");
        text.ShouldContain("teacher, openai/m: $2 per million tokens read ($0.5 cached), $8 written; price from a contract.");
    }

    [Fact]
    public void Write_ReportOfAnOlderVersion_HasNoSuchPart() =>
        ReportMarkdown.Write(Reporting.Report with { SpendBy = null }).ShouldNotContain("What the teachers cost");
}
