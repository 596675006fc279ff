using System.Buffers.Binary;
using System.Text.Json;
using DataEnvGym.Core;
using DataEnvGym.Core.Experiments;
using DataEnvGym.Core.Statistics;
using DataEnvGym.Reporting;

namespace DataEnvGym.Cli.Tests.Experiments;

public sealed class LeaderboardRendererTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(12)]
    public void Render_SameBoard_GivesTheSamePictureWithARowForEachArm(int arms)
    {
        var (first, second) = (Render(Board(arms)), Render(Board(arms)));

        first.ShouldBe(second);
        first[1..4].ShouldBe("PNG"u8.ToArray());
        Height(first).ShouldBe(130 + (Math.Max(3, arms) * 30));
        Render(Board(arms) with { Experiment = "other" }).ShouldNotBe(first);
    }

    private static byte[] Render(Leaderboard board)
    {
        using var png = new MemoryStream();
        LeaderboardRenderer.Render(board, png);
        return png.ToArray();
    }

    private static int Height(byte[] png) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));

    private static Leaderboard Board(int arms)
    {
        var rng = Rng.For(1, "board");
        return new()
        {
            Experiment = "policies", Task = "procedural-math", Items = 960, WeakItems = 440, Seeds = [1, 2, 3, 4, 5], Budget = "b", Reference = "arm-3-of-many", Before = 0.535,
            Arms = [.. Enumerable.Range(1, arms).Select(i => Arm(i, 0.8 - (0.015 * i), arms, rng))],
            Lead = new("arm-1", "arm-2", default, 1, "v"), Notes = [],
        };
    }

    private static ArmStanding Arm(int number, double mean, int arms, Rng rng)
    {
        var isReference = number == Math.Min(3, arms);
        var difference = 0.755 - (0.015 * number);
        return new()
        {
            Name = isReference ? "arm-3-of-many" : $"error-proportional-{number}", IsBaseline = number % 4 == 0, Agent = "a", Changes = new Dictionary<string, JsonElement>(), Runs = [],
            Scores = [.. Enumerable.Range(0, 5).Select(_ => mean - 0.02 + (0.04 * rng.NextDouble()))],
            Test = new(mean, mean - 0.025, mean + 0.025),
            Difference = isReference ? null : new(new Interval(difference - 0.71, difference - 0.735, difference - 0.685), 0.01, number < 2 || number > 5 ? 0.01 : 0.2, 0.01),
            Area = 0, Examples = 0, Tokens = 0, Money = 0, Seconds = 0, Verdict = "v",
        };
    }
}
