using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Statistics;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Tells whether the second examination is significantly better: the whole 95 % interval of the paired difference lies above 0.</summary>
public sealed class GainActivity(EpisodeServices services) : IActivity<GainInput, bool>
{
    /// <inheritdoc/>
    public async Task<bool> RunAsync(GainInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var before = await services.Artifacts.ReadLinesAsync(input.Before.Answers, CoreJson.Default.GradedAnswer, cancellationToken);
        var after = await services.Artifacts.ReadLinesAsync(input.After.Answers, CoreJson.Default.GradedAnswer, cancellationToken);
        return Proportions.PairedDifference(PairTable.Of(before, after)).Low > 0;
    }
}
