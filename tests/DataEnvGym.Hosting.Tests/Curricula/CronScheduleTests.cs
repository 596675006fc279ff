using System.Globalization;
using DataEnvGym.Hosting.Curricula;

namespace DataEnvGym.Hosting.Tests.Curricula;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 0 2 * * *", "2026-03-01T02:00:00Z", "2026-03-02T02:00:00Z")]
    [InlineData("0 0 2 * * *", "2026-03-01T01:59:59.5Z", "2026-03-01T02:00:00Z")]
    [InlineData("*/10 * * * * *", "2026-03-01T01:59:59Z", "2026-03-01T02:00:00Z")]
    [InlineData("0 30 9 * * MON-FRI", "2026-02-27T12:00:00Z", "2026-03-02T09:30:00Z")]
    [InlineData("0 0 0 29 2 *", "2026-03-01T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 2 * * *", "2026-03-01T03:30:00+02:00", "2026-03-01T02:00:00Z")]
    public void NextAfter_Schedule_GivesTheNextTimeInUtc(string schedule, string after, string next) =>
        CronSchedule.Parse(schedule).NextAfter(DateTimeOffset.Parse(after, CultureInfo.InvariantCulture)).ShouldBe(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture));

    [Fact]
    public void NextAfter_DayThatThereIsNot_IsNothing() => CronSchedule.Parse("0 0 0 30 2 *").NextAfter(DateTimeOffset.UnixEpoch).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("0 2 * * *")]
    [InlineData("0 0 2 * * * *")]
    [InlineData("60 0 2 * * *")]
    [InlineData("0 0 25 * * *")]
    [InlineData("each night")]
    public void Parse_NoSchedule_Throws(string text) => Should.Throw<FormatException>(() => CronSchedule.Parse(text));

    [Fact]
    public void Parse_VeryLong_Throws() => Should.Throw<FormatException>(() => CronSchedule.Parse(new string('0', 10_000)));
}
