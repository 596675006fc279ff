using DataEnvGym.Core.Students;
using DataEnvGym.Students.Models;
using DataEnvGym.Students.Runtime;
using DataEnvGym.Students.Tokenizers;
using static TorchSharp.torch;

namespace DataEnvGym.Students.Generation;

/// <summary>Answers any number of prompts on the workers of a job, shortest first, in batches that fit in memory.</summary>
internal sealed class Predictor(ParameterLayout layout, WorkerTeam team, Meter meter)
{
    private const int MaxRows = 256;

    // Positions in a worker's cache, padding included: 3 kB each for the embedded student.
    private const int MaxPositions = 32768;

    public PredictionResult Answer(float[] weights, IReadOnlyList<string> prompts, int maxTokens, CancellationToken cancellationToken)
    {
        var shared = tensor(weights, device: team.Device);
        var encoded = prompts.Select(prompt => (int[])[CharTokenizer.Begin, .. CharTokenizer.Encode(prompt)]).ToArray();
        var responses = new string[prompts.Count];
        Array.Fill(responses, "");
        var answerable = Enumerable.Range(0, encoded.Length).Where(i => encoded[i].Length < layout.Config.Context).OrderBy(i => encoded[i].Length).ToArray();
        meter.Advance(prompts.Count - answerable.Length);
        var tokens = new long[team.Size];
        team.Run(worker =>
        {
            var model = new DecoderModel(layout, shared, trainable: false);
            foreach (var batch in Batches(answerable.Where((_, place) => place % team.Size == worker), encoded, maxTokens))
            {
                using var scope = NewDisposeScope();
                var answers = new GenerationBatch(model, batch.ConvertAll(i => encoded[i]), maxTokens).Run(cancellationToken);
                for (var i = 0; i < batch.Count; i++)
                {
                    responses[batch[i]] = CharTokenizer.Decode(answers[i]);
                    tokens[worker] += encoded[batch[i]].Length + answers[i].Count;
                }

                meter.Advance(batch.Count);
            }
        });
        return new PredictionResult(responses, tokens.Sum());
    }

    private static IEnumerable<List<int>> Batches(IEnumerable<int> shortestFirst, int[][] encoded, int maxTokens)
    {
        var batch = new List<int>();
        foreach (var i in shortestFirst)
        {
            if (batch.Count == MaxRows || (batch.Count > 0 && (batch.Count + 1L) * (encoded[i].Length + (long)maxTokens) > MaxPositions))
            {
                yield return batch;
                batch = [];
            }

            batch.Add(i);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
