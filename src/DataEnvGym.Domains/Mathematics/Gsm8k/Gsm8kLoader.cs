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
    private const string RightLine =
        """a right line looks like {"question": "Tom has 2 pens and buys 3. How many has he?", "answer": "He has 2+3 = 5 pens.\n#### 5"}""";

    private static readonly LineFile Lines = new("a GSM8K file (JSON Lines)", MaxLength: 65_536, MaxLines: 1_000_000, RightLine);

    /// <summary>Reads a whole file, every line an item, in the order of the lines.</summary>
    /// <param name="path">The file. Its name without extension becomes part of the ids: line 7 of <c>test.jsonl</c> is <c>gsm8k/test/00007</c>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="TaskDataException">The file cannot be read, or a line is malformed; names the file, the line (from 1) and what is wrong.</exception>
    public static async Task<IReadOnlyList<Item>> LoadAsync(string path, CancellationToken cancellationToken)
    {
        var items = new List<Item>();
        var group = Path.GetFileNameWithoutExtension(path);
        await foreach (var (number, line) in Lines.ReadAsync(path, cancellationToken))
        {
            items.Add(Parse(line, path, number, $"gsm8k/{group}/{number:D5}"));
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
