using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Puts the training data of an iteration together and has the student trained on it.</summary>
public sealed class TrainActivity(EpisodeServices services) : IActivity<TrainInput, TrainOutput>
{
    /// <inheritdoc/>
    public async Task<TrainOutput> RunAsync(TrainInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var (spec, folder) = (input.Spec.Training, $"iteration-{input.Iteration:00}");
        var texts = await ComposeAsync(input, cancellationToken);
        var data = await services.Artifacts.WriteLinesAsync($"{folder}/training.jsonl", texts, CoreJson.Default.TrainingText, cancellationToken);
        var parent = spec.Data is DataUse.Accumulate or DataUse.Latest ? input.Base : input.Current;
        var job = new TrainingJob(
            parent, data, new(spec.Epochs, spec.BatchSize, spec.LearningRate),
            Rng.Derive(input.Spec.Seed, "train", folder), input.MaxSeconds, $"checkpoints/{folder}.safetensors");
        var result = await services.Students.TrainAsync(job, services.Artifacts, progress, cancellationToken);
        return new(result.Checkpoint, new(data, result.Steps, result.PlannedSteps, result.Tokens, result.Seconds, result.Loss));
    }

    private async Task<List<TrainingText>> ComposeAsync(TrainInput input, CancellationToken cancellationToken)
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
    private async Task<IEnumerable<TrainingText>> ReplayAsync(TrainInput input, IDomain domain, int newest, CancellationToken cancellationToken)
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
