using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Statistics;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Curricula.Activities;

/// <summary>Compares champion and challenger item by item. See <see cref="CurriculumGate"/>.</summary>
public sealed class GateActivity(EpisodeServices services) : IActivity<GateInput, GateDecision>
{
    /// <inheritdoc/>
    public async Task<GateDecision> RunAsync(GateInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var guards = new List<PairTable>();
        foreach (var guard in input.Guards)
        {
            guards.Add(await PairAsync(guard, cancellationToken));
        }

        return CurriculumGate.Decide(input.Gate, await PairAsync(input.Select, cancellationToken), guards);
    }

    private async Task<PairTable> PairAsync(ExamDuel duel, CancellationToken cancellationToken) => PairTable.Of(
        await services.Artifacts.ReadLinesAsync(duel.Champion.Answers, CoreJson.Default.GradedAnswer, cancellationToken),
        await services.Artifacts.ReadLinesAsync(duel.Challenger.Answers, CoreJson.Default.GradedAnswer, cancellationToken));
}
