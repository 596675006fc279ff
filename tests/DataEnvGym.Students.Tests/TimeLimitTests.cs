using DataEnvGym.Students.Training;

namespace DataEnvGym.Students.Tests;

public sealed class TimeLimitTests
{
    // Each reading of this clock is a millisecond later: next to nothing beside the limits here.
    private readonly SteppingClock clock = new(TimeSpan.FromMilliseconds(1));

    [Fact]
    public void Allows_NoLimit_Always() => new TimeLimit(clock, 0, null).Allows(long.MaxValue).ShouldBeTrue();

    [Theory]
    [InlineData(1.2, false)]
    [InlineData(1.3, true)]
    public void Allows_FirstStep_LeavesRoomForAColdStart(double seconds, bool allowed) => new TimeLimit(clock, 0, seconds).Allows(100).ShouldBe(allowed);

    [Theory]
    [InlineData(2.2, 100, false)]
    [InlineData(2.4, 100, true)]
    [InlineData(2.4, 200, false)]
    [InlineData(4.4, 200, true)]
    public void Allows_LaterStep_GoesByTheSlowestAndByTheWork(double seconds, int work, bool allowed)
    {
        var limit = new TimeLimit(clock, 0, seconds);
        limit.Record(2, 50);
        limit.Record(0.1, 100);

        limit.Allows(work).ShouldBe(allowed);
    }

    [Fact]
    public void Allows_SlowStepLongAgo_IsForgotten()
    {
        var limit = new TimeLimit(clock, 0, 1);
        limit.Record(5, 100);
        limit.Allows(100).ShouldBeFalse();
        for (var i = 0; i < 16; i++)
        {
            limit.Record(0.1, 100);
        }

        limit.Allows(100).ShouldBeTrue();
    }
}
