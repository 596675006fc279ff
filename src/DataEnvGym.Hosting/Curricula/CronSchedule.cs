using DataEnvGym.Core.Curricula;
using NCrontab;

namespace DataEnvGym.Hosting.Curricula;

/// <summary>A schedule in NCRONTAB with six fields: second, minute, hour, day, month, day of the week; in UTC.</summary>
public sealed class CronSchedule : ISchedule
{
    private const int YearsToLook = 10;
    private const int Longest = 200;

    private static readonly CrontabSchedule.ParseOptions WithSeconds = new() { IncludingSeconds = true };
    private readonly CrontabSchedule schedule;

    private CronSchedule(CrontabSchedule schedule) => this.schedule = schedule;

    /// <summary>Reads a schedule.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ISchedule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
        {
            throw new FormatException($"it has {text.Length} characters; at most {Longest} are read.");
        }

        try
        {
            return new CronSchedule(CrontabSchedule.Parse(text, WithSeconds));
        }
        catch (CrontabException error)
        {
            throw new FormatException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public DateTimeOffset? NextAfter(DateTimeOffset time)
    {
        var start = time.UtcDateTime;
        var end = start.AddYears(YearsToLook);
        var next = schedule.GetNextOccurrence(start, end);
        return next < end ? new DateTimeOffset(next, TimeSpan.Zero) : null;
    }
}
