using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tests.Skills;

namespace DataEnvGym.Core.Tests.Episodes.Reports;

public sealed class ReportTaxonomyTests
{
    private static readonly TaxonomySummary Summary = TaxonomySummary.Of(Taxonomies.Of("add: 1", "sub: 2 3"), ["1", "2", "3", "4"]);

    [Theory]
    [InlineData(null, "discovered")]
    [InlineData(SkillSource.Gold, "gold")]
    [InlineData(SkillSource.File, "file")]
    public void Build_Skills_AreTold(SkillSource? source, string name)
    {
        var state = Reporting.State(9, 8);
        state = state with { Spec = state.Spec with { Skills = source is { } given ? new() { Source = given } : null } };
        var report = ReportBuilder.Build(state, StopReason.Iterations, Reporting.Answers with { Taxonomy = Summary });
        report.Taxonomy.ShouldBe(new(Summary.Id, 1, name, 2, 4, 0.75));
        ReportMarkdown.Write(report).ReplaceLineEndings("\n").Split('\n')
            .ShouldContain($"| skills | 2 {name}, version 1 (`{Summary.Id}`); 75.0 % of 4 probe items have one |");
    }

    [Fact]
    public void Build_NoSkills_SaysNothing()
    {
        Reporting.Report.Taxonomy.ShouldBeNull();
        ReportMarkdown.Write(Reporting.Report).ShouldNotContain("| skills |");
    }
}
