using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Engine;

/// <summary>What every instance of an engine shares.</summary>
/// <param name="Registry">Workflows and activities by name.</param>
/// <param name="Journal">The run's memory.</param>
/// <param name="Time">Clock and timers.</param>
/// <param name="Options">How the engine works.</param>
/// <param name="Observer">Who watches.</param>
/// <param name="Slots">Bounds the activities that run at the same time.</param>
/// <param name="RunChild">Runs a child workflow to its end: id, workflow, input, origin.</param>
internal sealed record EngineParts(
    EngineRegistry Registry,
    SqliteJournal Journal,
    TimeProvider Time,
    EngineOptions Options,
    IEngineObserver Observer,
    SemaphoreSlim Slots,
    Func<InstanceRecord, CancellationToken, Task<InstanceRecord>> RunChild);
