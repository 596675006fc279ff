namespace DataEnvGym.Hosting.Curricula;

/// <summary>What a tick did about a curriculum. Where it did nothing, there is none.</summary>
/// <param name="Curriculum">The curriculum's id.</param>
/// <param name="Deed">What was done.</param>
/// <param name="Run">The run that it was done about.</param>
/// <param name="Reason">What a person should know about it.</param>
public sealed record CurriculumTick(string Curriculum, TickDeed Deed, string? Run, string Reason);

/// <summary>What a tick can do.</summary>
public enum TickDeed
{
    /// <summary>A run was started.</summary>
    Started,

    /// <summary>An interrupted run goes on.</summary>
    Resumed,

    /// <summary>A run was due, and one was going: the tick is spent.</summary>
    Overlap,

    /// <summary>A run whose host is gone was written down as failed.</summary>
    Buried,

    /// <summary>The curriculum could not be looked after; the others were.</summary>
    Failed,
}
