using DataEnvGym.Students.Models;
using DataEnvGym.Students.Tokenizers;
using static TorchSharp.torch;

namespace DataEnvGym.Students.Generation;

/// <summary>Answers a batch of prompts greedily: each next token is the likeliest one, until the end token or the row's limit.</summary>
internal sealed class GenerationBatch
{
    // Finished rows are dropped once they are a quarter of the batch: dropping copies the cache.
    private const double KeptShare = 0.75;
    private readonly DecoderModel model;
    private readonly IReadOnlyList<int[]> prompts;
    private readonly int width;
    private readonly int[] limits;
    private readonly List<int>[] answers;
    private readonly bool[] finished;
    private readonly KeyValueCache cache;
    private int[] rows;

    /// <param name="model">Who answers.</param>
    /// <param name="prompts">At least one prompt; each leaves room in the context for one token.</param>
    /// <param name="maxTokens">Longest answer, in tokens; at least 1.</param>
    public GenerationBatch(DecoderModel model, IReadOnlyList<int[]> prompts, int maxTokens)
    {
        this.model = model;
        this.prompts = prompts;
        width = prompts.Max(prompt => prompt.Length);
        limits = prompts.Select(prompt => Math.Min(maxTokens, model.Layout.Config.Context - prompt.Length)).ToArray();
        answers = prompts.Select(_ => new List<int>()).ToArray();
        finished = new bool[prompts.Count];
        cache = new KeyValueCache(model.Layout.Config, prompts.Select(prompt => width - prompt.Length).ToArray(), width + limits.Max(), model.Device);
        rows = Enumerable.Range(0, prompts.Count).ToArray();
    }

    /// <summary>The answers, in the order of the prompts, with the end token where one was written.</summary>
    public IReadOnlyList<List<int>> Run(CancellationToken cancellationToken)
    {
        using var withoutGradient = no_grad();
        var next = Record(ReadPrompts());
        while (!Array.TrueForAll(finished, done => done))
        {
            cancellationToken.ThrowIfCancellationRequested();
            next = Record(ReadNext(DropFinished(next)));
        }

        return answers;
    }

    private long[] ReadPrompts()
    {
        var tokens = new long[rows.Length * width];
        var positions = new long[rows.Length * width];
        Array.Fill(tokens, CharTokenizer.Padding);
        foreach (var row in rows)
        {
            var start = ((row + 1) * width) - prompts[row].Length;
            for (var i = 0; i < prompts[row].Length; i++)
            {
                (tokens[start + i], positions[start + i]) = (prompts[row][i], i);
            }
        }

        return Likeliest(tokens, positions, width);
    }

    // A finished row that was not dropped yet goes on at a harmless position; nobody reads what it writes.
    private long[] ReadNext(long[] tokens) =>
        Likeliest(tokens, rows.Select(row => Math.Min(prompts[row].Length + answers[row].Count, model.Layout.Config.Context) - 1L).ToArray(), 1);

    private long[] Likeliest(long[] tokens, long[] positions, int length)
    {
        using var scope = NewDisposeScope();

        // Both go in one piece: per token, a GPU is sent one thing and asked for one.
        var input = tensor((long[])[.. tokens, .. positions], [2, rows.Length, length], device: model.Device);
        return model.Score(cache.Read(model, input.select(0, 0), input.select(0, 1))).argmax(1).ToArray<long>();
    }

    private long[] Record(long[] next)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            if (!finished[row])
            {
                answers[row].Add((int)next[i]);
                finished[row] = next[i] == CharTokenizer.End || answers[row].Count == limits[row];
            }
        }

        return next;
    }

    private long[] DropFinished(long[] next)
    {
        var kept = Enumerable.Range(0, rows.Length).Where(i => !finished[rows[i]]).ToArray();
        if (kept.Length > rows.Length * KeptShare)
        {
            return next;
        }

        using var scope = NewDisposeScope();
        cache.Keep(tensor(Array.ConvertAll(kept, i => (long)i), device: model.Device));
        rows = Array.ConvertAll(kept, i => rows[i]);
        return Array.ConvertAll(kept, i => next[i]);
    }
}
