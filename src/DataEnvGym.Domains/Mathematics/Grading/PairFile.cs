using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Mathematics.Grading;

/// <summary>Grades files of pairs: JSON Lines with <c>gold</c> and <c>pred</c>, two full texts. Holds a block of lines at a time, however long the file.</summary>
public static class PairFile
{
    private const int MaxLineLength = 4_000_000;
    private const int BlockLines = 512;
    private const int BlockLength = 8_000_000;
    private const string RightLine = """a right line looks like {"gold": "\\boxed{5}", "pred": "The answer is 5."}""";

    /// <summary>Grades all lines, in their order.</summary>
    /// <param name="path">The file, UTF-8. Blank lines are errors, but for the last.</param>
    /// <param name="grader">Compares the two texts of a line.</param>
    /// <param name="cancellationToken">Stops the grading.</param>
    /// <exception cref="TaskDataException">The file cannot be read, or a line is malformed; names the file, the line (from 1) and what is wrong. The lines before it are graded.</exception>
    public static async IAsyncEnumerable<AnswerComparison> GradeAsync(string path, PairGrader grader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = LineFile.Open(path, "a file of pairs (JSON Lines)");
        await using var lines = BoundedLines.ReadAsync(stream, MaxLineLength, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var block = new List<string>();
        var (first, more) = (1, true);
        while (more)
        {
            TaskDataException? fault = null;
            for (var length = 0; more && block.Count < BlockLines && length < BlockLength; length += more ? block[^1].Length : 0)
            {
                try
                {
                    more = await lines.MoveNextAsync();
                }
                catch (Exception e) when (e is InvalidDataException or DecoderFallbackException)
                {
                    (fault, more) = (Malformed(path, first + block.Count, e is DecoderFallbackException ? "or one soon after it, is not UTF-8; save the file as UTF-8" : $"{e.Message}; split it", e), false);
                }

                if (more)
                {
                    block.Add(lines.Current);
                }
            }

            foreach (var (comparison, problem) in Grade(block, first, path, grader, cancellationToken))
            {
                yield return comparison ?? throw problem!;
            }

            if (fault is not null)
            {
                throw fault;
            }

            first += block.Count;
            block.Clear();
        }
    }

    // On all processors; each line has its own place in the result, so the order stays.
    private static (AnswerComparison? Comparison, TaskDataException? Problem)[] Grade(List<string> block, int first, string path, PairGrader grader, CancellationToken cancellationToken)
    {
        var results = new (AnswerComparison?, TaskDataException?)[block.Count];
        Parallel.For(0, block.Count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            try
            {
                var (gold, prediction) = Parse(block[i], path, first + i);
                results[i] = (grader.Compare(gold, prediction), null);
            }
            catch (TaskDataException e)
            {
                results[i] = (null, e);
            }
        });
        return results;
    }

    private static (string Gold, string Prediction) Parse(string line, string path, int number)
    {
        AnswerPair? pair;
        try
        {
            pair = JsonSerializer.Deserialize(line, AnswerPairJson.Default.AnswerPair);
        }
        catch (JsonException e)
        {
            throw Malformed(path, number, $"is no JSON object, at byte {e.BytePositionInLine + 1}; {RightLine}", e);
        }

        return (pair?.Gold ?? throw Malformed(path, number, $"has no text in \"gold\"; {RightLine}"), pair.Pred ?? throw Malformed(path, number, $"has no text in \"pred\"; {RightLine}"));
    }

    private static TaskDataException Malformed(string path, int number, string what, Exception? inner = null) => new($"{path}, line {number}, {what}.", inner);
}
