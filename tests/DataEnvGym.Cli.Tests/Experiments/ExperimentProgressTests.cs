using DataEnvGym.Cli.Hosting.Experiments;

namespace DataEnvGym.Cli.Tests.Experiments;

public sealed class ExperimentProgressTests
{
    // Two of ten finished, at 30 s on average; one of the others is half done: 7.5 runs are left.
    [Theory]
    [InlineData(1, "2/10, about 3:45 left")]
    [InlineData(2, "2/10, about 1:52 left")]
    [InlineData(100, "2/10, about 0:22 left")]
    public void Progress_SomeFinished_EstimatesByTheirMean(int parallel, string text) =>
        ExperimentProgress.Of(10, parallel, [20, 40], 0, [(0.5, 1)]).ToString().ShouldBe(text);

    [Fact]
    public void Progress_NoneFinished_EstimatesByTheOneUnderWay()
    {
        ExperimentProgress.Of(4, 1, [], 0, [(0.25, 10)]).ToString().ShouldBe("0/4, about 2:30 left");
        ExperimentProgress.Of(4, 1, [], 0, [(0, 10)]).ToString().ShouldBe("0/4");
    }

    [Fact]
    public void Progress_FailedAndLong_CountsWhatCanStillBeRun() =>
        ExperimentProgress.Of(10, 1, [3600], 1, []).ToString().ShouldBe("1/10, about 8:00:00 left");

    [Fact]
    public void Progress_AllFinished_HasNothingLeft() => ExperimentProgress.Of(2, 1, [10, 10], 0, []).ToString().ShouldBe("2/2");
}
