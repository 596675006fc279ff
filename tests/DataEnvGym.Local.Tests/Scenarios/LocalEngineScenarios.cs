using DataEnvGym.Local.Engine;

namespace DataEnvGym.Local.Tests.Scenarios;

/// <summary>The scenarios with a live workflow object, as runs have it.</summary>
public sealed class LocalEngineScenarios : EngineScenarios
{
    protected override IScenarioHost CreateHost() => new LocalScenarioHost(new EngineOptions());
}

/// <summary>The scenarios with a workflow that is re-executed from its start after every event, as Durable Functions does.</summary>
public sealed class ReplayingLocalEngineScenarios : EngineScenarios
{
    protected override IScenarioHost CreateHost() => new LocalScenarioHost(new EngineOptions { ReplayAfterEveryEvent = true });
}
