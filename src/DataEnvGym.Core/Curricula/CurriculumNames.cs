using DataEnvGym.Core.Curricula.Activities;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Curricula;

/// <summary>The workflow and activities of curricula. Both engines register exactly these, beside those of episodes.</summary>
public static class CurriculumNames
{
    private static CoreJson Json => CoreJson.Default;

    /// <summary>One run of a curriculum. Its instance id is the run's id.</summary>
    public static WorkflowName<CurriculumRun, CurriculumOutcome> Run { get; } = new("curriculum-run", Json.CurriculumRun, Json.CurriculumOutcome);

    /// <summary>See <see cref="OpenActivity"/>.</summary>
    public static ActivityName<CurriculumRun, bool> Open { get; } = new("open-curriculum-run", Json.CurriculumRun, Json.Boolean);

    /// <summary>See <see cref="GateActivity"/>.</summary>
    public static ActivityName<GateInput, GateDecision> Gate { get; } = new("curriculum-gate", Json.GateInput, Json.GateDecision);

    /// <summary>See <see cref="CloseActivity"/>.</summary>
    public static ActivityName<CloseInput, CurriculumOutcome> Close { get; } = new("close-curriculum-run", Json.CloseInput, Json.CurriculumOutcome);
}
