namespace DataEnvGym.Core.Curricula;

/// <summary>The times at which something is to happen.</summary>
public interface ISchedule
{
    /// <summary>The first such time after another time, both in UTC; none if there is none within the next ten years.</summary>
    DateTimeOffset? NextAfter(DateTimeOffset time);
}
