using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Copies a checkpoint of another run into this one, where every reset finds it. Its parent is the checkpoint that it is a copy of.</summary>
public sealed class ImportActivity(EpisodeServices services) : IActivity<ImportInput, CheckpointRef>
{
    private const string BaseName = "checkpoints/base.safetensors";

    /// <inheritdoc/>
    public async Task<CheckpointRef> RunAsync(ImportInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var (run, checkpoint) = input.Checkpoint;
        await using var source = await services.OtherRuns.Open(run).OpenReadAsync(checkpoint.Weights, cancellationToken);
        var weights = await services.Artifacts.WriteAsync(
            BaseName,
            async (stream, token) =>
            {
                await source.CopyToAsync(stream, token);
                return checkpoint.Weights.Count;
            },
            cancellationToken);
        return checkpoint with { Weights = weights };
    }
}
