using System.Runtime.CompilerServices;
using System.Text;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Mathematics.Problems;

/// <summary>Problems as records of a CSV file (RFC 4180): commas, double quotes, and the names of the columns in the first line.</summary>
internal static class CsvRows
{
    public static async IAsyncEnumerable<Row> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = ProblemFile.Open(path);
        using var reader = new StreamReader(stream, ProblemFile.Utf8);
        var group = Path.GetFileNameWithoutExtension(path);
        var parser = new CsvParser(path);
        List<string>? header = null;
        var number = 0;
        await foreach (var (line, fields) in RecordsAsync(reader, parser, path, cancellationToken))
        {
            if (header is null)
            {
                header = Header(fields, path);
                continue;
            }

            if (fields.Count != header.Count)
            {
                throw new TaskDataException($"{path}, line {line}, has {fields.Count} fields in place of {header.Count}; put fields that hold a comma, a quote or a line end into double quotes.");
            }

            ProblemFile.CheckCount(path, ++number);
            yield return new($"{group}/{number:D5}", $"{path}, line {line}", FieldTexts.Of(header.Zip(fields)));
        }
    }

    private static List<string> Header(List<string> fields, string path)
    {
        var names = fields.Select(name => name.Trim()).ToList();
        return names.GroupBy(name => name).FirstOrDefault(group => group.Key.Length == 0 || group.Count() > 1) is { } bad
            ? throw new TaskDataException($"{path}, line 1, names the column \"{bad.Key}\" {(bad.Key.Length == 0 ? "without a name" : "twice")}; the first line gives each column one name.")
            : names;
    }

    private static async IAsyncEnumerable<(int Line, List<string> Fields)> RecordsAsync(
        StreamReader reader, CsvParser parser, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new char[8192];
        while (await ReadAsync(reader, buffer, parser, path, cancellationToken) is > 0 and var read)
        {
            for (var i = 0; i < read; i++)
            {
                if (parser.Take(buffer[i]) is { } record)
                {
                    yield return record;
                }
            }
        }

        if (parser.End() is { } last)
        {
            yield return last;
        }
    }

    private static async ValueTask<int> ReadAsync(StreamReader reader, char[] buffer, CsvParser parser, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(buffer, cancellationToken);
        }
        catch (DecoderFallbackException e)
        {
            throw new TaskDataException($"{path}, at or soon after line {parser.Line}, is not UTF-8; save the file as UTF-8.", e);
        }
    }
}
