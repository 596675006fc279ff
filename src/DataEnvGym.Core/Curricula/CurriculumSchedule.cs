namespace DataEnvGym.Core.Curricula;

/// <summary>Whether it is time for a run.</summary>
public enum TickDecision
{
    /// <summary>The schedule starts nothing: the curriculum is disabled.</summary>
    Disabled,

    /// <summary>No time of the schedule has come since the last look.</summary>
    NotDue,

    /// <summary>At least one has come, and no run is going.</summary>
    Due,

    /// <summary>At least one has come, and a run is going.</summary>
    Overlap,
}

/// <summary>Decides whether a run is due. However many times were missed, one run makes up for them. Pure.</summary>
public static class CurriculumSchedule
{
    /// <summary>Decides.</summary>
    /// <param name="state">The curriculum.</param>
    /// <param name="schedule">Its schedule.</param>
    /// <param name="now">The time. Earlier than the last look, as on a host whose clock lags, nothing is due.</param>
    public static TickDecision Decide(CurriculumState state, ISchedule schedule, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(schedule);
        if (!state.Spec.Enabled)
        {
            return TickDecision.Disabled;
        }

        if (schedule.NextAfter(state.LastTick) is not { } next || next > now)
        {
            return TickDecision.NotDue;
        }

        return state.Running is null ? TickDecision.Due : TickDecision.Overlap;
    }
}
