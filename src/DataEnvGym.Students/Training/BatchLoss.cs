using DataEnvGym.Students.Models;
using DataEnvGym.Students.Tokenizers;
using static TorchSharp.torch;

namespace DataEnvGym.Students.Training;

/// <summary>Cross-entropy of a batch on its target tokens, and the gradient of it.</summary>
internal static class BatchLoss
{
    // Keeps the memory of a worker below about 1 GB when examples are long.
    private const int MaxTokens = 8192;

    /// <summary>Adds the gradient of the rows' part of the mean loss to the model's gradients.</summary>
    /// <param name="model">A trainable model.</param>
    /// <param name="rows">Rows of one batch, or a worker's share of them.</param>
    /// <param name="targets">Target tokens in the whole batch, over which the mean is taken.</param>
    /// <returns>The rows' part of the mean loss.</returns>
    public static float Backpropagate(DecoderModel model, IEnumerable<EncodedExample> rows, int targets)
    {
        var loss = 0f;
        foreach (var part in Split(rows))
        {
            using var scope = NewDisposeScope();
            var share = Sum(model, part).Over(targets);
            share.backward();
            loss += share.Value();
        }

        return loss;
    }

    /// <summary>Sum of the cross-entropy over the target tokens of the rows, as a tensor of no dimension.</summary>
    internal static Tensor Sum(DecoderModel model, IReadOnlyList<EncodedExample> rows)
    {
        var width = rows.Max(row => row.Length);
        var tokens = new long[rows.Count * width];
        var positions = new List<long>();
        var answers = new List<long>();
        Array.Fill(tokens, CharTokenizer.Padding);
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < rows[i].Length; j++)
            {
                tokens[(i * width) + j] = rows[i].Tokens[j];
                if (j + 1 >= rows[i].PromptLength)
                {
                    positions.Add((i * width) + j);
                    answers.Add(rows[i].Tokens[j + 1]);
                }
            }
        }

        var hidden = model.Read(tensor(tokens, [rows.Count, width], device: model.Device)).view(-1, model.Layout.Config.Dim);
        var scores = model.Score(hidden.index_select(0, tensor(positions.ToArray(), device: model.Device)));
        return nn.functional.cross_entropy(scores, tensor(answers.ToArray(), device: model.Device), reduction: nn.Reduction.Sum);
    }

    private static IEnumerable<List<EncodedExample>> Split(IEnumerable<EncodedExample> rows)
    {
        var part = new List<EncodedExample>();
        var width = 0;
        foreach (var row in rows)
        {
            width = Math.Max(width, row.Length);
            if (part.Count > 0 && (part.Count + 1) * width > MaxTokens)
            {
                yield return part;
                part = [];
                width = row.Length;
            }

            part.Add(row);
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }
}
