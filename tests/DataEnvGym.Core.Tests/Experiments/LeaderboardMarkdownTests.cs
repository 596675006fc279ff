using DataEnvGym.Core.Experiments;
using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Tests.Experiments;

public sealed class LeaderboardMarkdownTests
{
    [Fact]
    public void Write_Board_SaysWhatMayBeClaimedFirst()
    {
        var board = LeaderboardBuilder.Build(Boards.Plan, Boards.Runs);
        var difference = new ArmDifference(new(0.25, 0.12, 0.38), 0.0005, 0.001, 0.002);
        board = board with
        {
            WeakItems = 10, WeakBefore = 0.1,
            Arms = [board.Arms[0] with { Test = new(0.75, 0.6, 0.9), Difference = difference, Weak = 0.5, WeakDifference = new Interval(0.3, 0.1, 0.5), Regret = 0.021 }, .. board.Arms.Skip(1)],
        };

        var lines = LeaderboardMarkdown.Write(board).Split('\n');

        lines[0].ShouldBe("# test");
        lines[2].ShouldBe("procedural-math: 40 sealed items, 10 of them for skills that were weak at the start; seeds 1, 2; every arm with examplesPerIteration 1000, stop.iterations 3. Before any teaching 50.0 %, weak skills 10.0 %.");
        lines[4].ShouldBe(board.Lead.Verdict);
        lines[8].ShouldStartWith("| arm | sealed test (95 %) | against blind | p | corrected p | weak skills | against blind | area | regret | examples |");
        lines[10].ShouldBe("| seeing | 75.0 % (60.0 … 90.0) | **+25.0 (+12.0 … +38.0)** | < 0.001 | 0.001 | 50.0 % | +30.0 (+10.0 … +50.0) | 62.5 | 2.1 | 100 | 1,500 | 0.25 | 15 |");
        lines[12].ShouldStartWith("| blind (baseline) | 50.0 % (");
        lines[12].ShouldContain(" | reference |  |  |  |  | 50.0 |  | 100 |");
        lines.ShouldContain(line => line.StartsWith($"- **seeing** (skill-list seeing): {board.Arms[0].Verdict}"));
        lines.ShouldContain("- Note: 2 seeds say little about how much seeds differ; the intervals are rather too narrow.");
    }

    [Theory]
    [InlineData(0.04999, true)]
    [InlineData(0.05, false)]
    public void IsClaimed_NeedsTheCorrectedPToo(double p, bool claimed) =>
        LeaderboardVerdicts.IsClaimed(new(new Interval(0.1, 0.01, 0.2), 0.001, p, 0.001)).ShouldBe(claimed);
}
