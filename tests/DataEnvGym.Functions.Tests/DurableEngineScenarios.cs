using DataEnvGym.Scenarios;

namespace DataEnvGym.Functions.Tests;

/// <summary>The scenarios on Durable Task, which re-executes a workflow from its start after every event.</summary>
public sealed class DurableEngineScenarios : EngineScenarios
{
    protected override IScenarioHost CreateHost() => new DurableScenarioHost();
}
