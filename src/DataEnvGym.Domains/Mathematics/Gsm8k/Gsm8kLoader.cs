using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Mathematics.Gsm8k;

/// <summary>
/// Reads GSM8K (Cobbe et al. 2021) in its original form: one JSON object per line with <c>question</c> and <c>answer</c>; the answer holds
/// calculator annotations such as <c>&lt;&lt;48/2=24&gt;&gt;</c> and ends in <c>#### 72</c>.
/// </summary>
public static partial class Gsm8kLoader
{
    private const int MaxLineLength = 65_536;
    private const int MaxLines = 1_000_000;
    private const string RightLine =
        """a right line looks like {"question": "Tom has 2 pens and buys 3. How many has he?", "answer": "He has 2+3 = 5 pens.\n#### 5"}""";

    /// <summary>Reads a whole file, every line an item, in the order of the lines.</summary>
    /// <param name="path">The file. Its name without extension becomes part of the ids: line 7 of <c>test.jsonl</c> is <c>gsm8k/test/00007</c>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="TaskDataException">The file cannot be read, or a line is malformed; names the file, the line (from 1) and what is wrong.</exception>
    public static async Task<IReadOnlyList<Item>> LoadAsync(string path, CancellationToken cancellationToken)
    {
        var items = new List<Item>();
        await foreach (var item in ReadAsync(path, cancellationToken))
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>The final answer in an answer text, which stands after <c>####</c>, and the solution before it without calculator annotations.</summary>
    /// <returns>Nothing where there is no final answer.</returns>
    internal static (string Solution, string Final)? Split(string answer)
    {
        var mark = answer.LastIndexOf("####", StringComparison.Ordinal);
        if (mark < 0 || FinalAnswerGrader.Extract(answer[mark..]) is not { } final)
        {
            return null;
        }

        return (Annotation().Replace(answer[..mark], "").Trim(), final);
    }

    private static async IAsyncEnumerable<Item> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = Open(path);
        var group = Path.GetFileNameWithoutExtension(path);
        await using var lines = BoundedLines.ReadAsync(stream, MaxLineLength, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var blank = 0;
        for (var number = 1; await NextAsync(lines, path, number); number++)
        {
            if (string.IsNullOrWhiteSpace(lines.Current))
            {
                blank = blank == 0 ? number : blank;
                continue;
            }

            if (blank > 0)
            {
                throw Malformed(path, blank, "is blank, with more lines after it; remove it");
            }

            if (number > MaxLines)
            {
                throw Malformed(path, number, $"is past the limit of {MaxLines} lines; split the file");
            }

            yield return Parse(lines.Current, path, number, $"gsm8k/{group}/{number:D5}");
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 65_536, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TaskDataException($"{path} cannot be read: {e.Message} Give the path of a GSM8K file (JSON Lines).", e);
        }
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<string> lines, string path, int number)
    {
        try
        {
            return await lines.MoveNextAsync();
        }
        catch (DecoderFallbackException e)
        {
            throw new TaskDataException($"{path}, at or soon after line {number}, is not UTF-8; save the file as UTF-8.", e);
        }
        catch (InvalidDataException e)
        {
            throw Malformed(path, number, $"{e.Message}; {RightLine}", e);
        }
    }

    private static Item Parse(string line, string path, int number, string id)
    {
        Gsm8kRecord? record;
        try
        {
            record = JsonSerializer.Deserialize(line, Gsm8kJson.Default.Gsm8kRecord);
        }
        catch (JsonException e)
        {
            throw Malformed(path, number, $"is no JSON object with each property once, at byte {e.BytePositionInLine + 1}; {RightLine}", e);
        }

        if (string.IsNullOrWhiteSpace(record?.Question))
        {
            throw Malformed(path, number, $"has no text in \"question\"; {RightLine}");
        }

        if (string.IsNullOrWhiteSpace(record.Answer))
        {
            throw Malformed(path, number, $"has no text in \"answer\"; {RightLine}");
        }

        var (solution, final) = Split(record.Answer)
            ?? throw Malformed(path, number, $"has no final answer after #### at the end of \"answer\"; {RightLine}");
        return new Item(id, record.Question.Trim(), final) { Solution = solution };
    }

    private static TaskDataException Malformed(string path, int number, string what, Exception? inner = null) =>
        new($"{path}, line {number}, {what}.", inner);

    [GeneratedRegex("<<[^<>]*>>", RegexOptions.CultureInvariant)]
    private static partial Regex Annotation();
}
