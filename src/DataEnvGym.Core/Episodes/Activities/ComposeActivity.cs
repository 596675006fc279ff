using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Puts the training data of an iteration together: everything that the student sees in one epoch.</summary>
public sealed class ComposeActivity(EpisodeServices services) : IActivity<ComposeInput, ArtifactRef>
{
    /// <inheritdoc/>
    public async Task<ArtifactRef> RunAsync(ComposeInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var texts = await ComposeAsync(input, cancellationToken);
        return await services.Artifacts.WriteLinesAsync($"iteration-{input.Iteration:00}/training.jsonl", texts, CoreJson.Default.TrainingText, cancellationToken);
    }

    private async Task<List<TrainingText>> ComposeAsync(ComposeInput input, CancellationToken cancellationToken)
    {
        var domain = services.OpenTask(input.Spec.Task).Domain;
        var texts = await ReadAsync([input.Newest], domain, cancellationToken);
        switch (input.Spec.Training.Data)
        {
            case DataUse.Accumulate:
                texts.InsertRange(0, await ReadAsync(input.Earlier, domain, cancellationToken));
                break;
            case DataUse.Replay:
                texts.AddRange(await ReplayAsync(input, domain, texts.Count, cancellationToken));
                break;
        }

        return texts;
    }

    // Half from before the loop and half from its earlier iterations: without it a student forgets what it was good at.
    private async Task<IEnumerable<TrainingText>> ReplayAsync(ComposeInput input, IDomain domain, int newest, CancellationToken cancellationToken)
    {
        var rng = Rng.For(input.Spec.Seed, "replay", $"iteration-{input.Iteration}");
        var count = (int)Math.Round(newest * input.Spec.Training.Replay);
        var pool = await ReadAsync(input.Earlier, domain, cancellationToken);
        var fromPool = pool.Count == 0 ? 0 : count / 2;
        var fromBase = services.BaseCorpus.Sample(input.Spec.Student, count - fromPool, rng);
        return [.. fromBase, .. Enumerable.Range(0, fromPool).Select(_ => rng.Pick(pool))];
    }

    private async Task<List<TrainingText>> ReadAsync(IReadOnlyList<ArtifactRef> files, IDomain domain, CancellationToken cancellationToken)
    {
        var texts = new List<TrainingText>();
        foreach (var file in files)
        {
            var examples = await services.Artifacts.ReadLinesAsync(file, CoreJson.Default.Example, cancellationToken);
            texts.AddRange(examples.Select(example => domain.FormatExample(example.Prompt, example.Solution, example.Answer)));
        }

        return texts;
    }
}
