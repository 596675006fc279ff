using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Traces;

/// <summary>Finds the checkpoints that learned from an example, in the files that they were trained on and along the chain of their parents.</summary>
internal sealed class CheckpointTrace(IArtifactStore artifacts, IDomain domain)
{
    public async Task<TraceTraining> TraceAsync(TracedRun run, FoundExample found, CancellationToken cancellationToken)
    {
        var example = found.Example;
        var text = domain.FormatExample(example.Prompt, example.Solution, example.Answer);
        var checkpoints = new List<TracedCheckpoint>();
        var influences = new Dictionary<string, ExampleInfluence>(StringComparer.Ordinal);
        foreach (var iteration in run.Iterations.Where(iteration => iteration.Number >= found.Iteration.Number))
        {
            if (iteration.Record is not { Training: { } training, Checkpoint: var checkpoint })
            {
                continue;
            }

            var copies = (await artifacts.ReadLinesAsync(training.Data, CoreJson.Default.TrainingText, cancellationToken)).Count(line => line == text);
            var influence = (copies, IsOwn: iteration == found.Iteration) switch
            {
                ( > 0, true) => ExampleInfluence.Trained,
                ( > 0, false) => ExampleInfluence.TrainedAgain,
                _ => checkpoint.Parent is { } parent && influences.GetValueOrDefault(parent) != ExampleInfluence.None ? ExampleInfluence.Inherited : ExampleInfluence.None,
            };
            influences[checkpoint.Weights.Sha256] = influence;
            checkpoints.Add(new(iteration.Number, checkpoint.Weights, checkpoint.Parent, training.Data, copies, influence, training.Steps, training.PlannedSteps));
        }

        return new(checkpoints, WhyNot(found.Iteration), Chosen(run, influences));
    }

    private static string? WhyNot(TracedIteration iteration) => iteration.Record switch
    {
        null => "the iteration is still under way",
        { IsRejected: true } => "a person rejected the examples of its iteration",
        { Ended: { } reason } => $"the iteration was ended before: {Words.Of(reason)}",
        { Training: null } => "nothing was trained in its iteration",
        _ => null,
    };

    private static ChosenCheckpoint Chosen(TracedRun run, Dictionary<string, ExampleInfluence> influences)
    {
        var chosen = run.Best == 0 ? run.Base : run.Iterations.First(iteration => iteration.Number == run.Best).Record!.Checkpoint;
        return new(run.Best, chosen?.Weights, chosen is null ? [] : Lineage(run, chosen), chosen is null ? ExampleInfluence.None : influences.GetValueOrDefault(chosen.Weights.Sha256));
    }

    private static List<int> Lineage(TracedRun run, CheckpointRef chosen)
    {
        var made = new Dictionary<string, (int Iteration, CheckpointRef Checkpoint)>(StringComparer.Ordinal);
        if (run.Base is not null)
        {
            made[run.Base.Weights.Sha256] = (0, run.Base);
        }

        foreach (var record in run.Iterations.Select(iteration => iteration.Record).OfType<IterationRecord>())
        {
            made.TryAdd(record.Checkpoint.Weights.Sha256, (record.Number, record.Checkpoint));
        }

        // A base may have a parent too: in a curriculum it is a checkpoint of another run.
        var lineage = new List<int>();
        for (var hash = chosen.Weights.Sha256; hash is not null && made.Remove(hash, out var step); hash = step.Checkpoint.Parent)
        {
            lineage.Insert(0, step.Iteration);
        }

        return lineage;
    }
}
