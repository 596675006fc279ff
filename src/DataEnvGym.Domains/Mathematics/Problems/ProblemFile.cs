using System.Text;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Mathematics.Problems;

/// <summary>Files of problems: where they are, and what is too much.</summary>
internal static class ProblemFile
{
    /// <summary>Longest line or file of one problem, in characters.</summary>
    public const int MaxLength = 1_000_000;

    private const int MaxProblems = 1_000_000;
    private const string Files = "a file of problems (JSON Lines, CSV or Parquet)";

    /// <summary>A file with a problem on each line.</summary>
    public static LineFile Lines { get; } = new(Files, MaxLength, MaxProblems, "each line is one JSON object");

    public static Encoding Utf8 { get; } = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>The problems of a file, by its extension, or of a folder of JSON files.</summary>
    public static IAsyncEnumerable<Row> ReadAsync(string path, CancellationToken cancellationToken) =>
        Directory.Exists(path) ? JsonRows.OfFolderAsync(path, cancellationToken)
        : path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? CsvRows.ReadAsync(path, cancellationToken)
        : path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) ? ParquetRows.ReadAsync(path, cancellationToken)
        : JsonRows.OfLinesAsync(path, cancellationToken);

    /// <summary>Where the problems for training and for the test are. One file, or a folder that is not parted in two, is all there is.</summary>
    /// <param name="task">The task's name, for messages.</param>
    /// <param name="data">What the spec says; may be missing.</param>
    /// <exception cref="TaskDataException">There is nothing of the kind.</exception>
    public static (string Train, string? Test) Find(string task, string? data)
    {
        const string Remedy = "set \"data\" of the task to a file (.jsonl, .csv or .parquet), or to a folder with train.jsonl, train.csv, train.parquet or a folder train of JSON files, and the same for test, if there is one";
        if (string.IsNullOrWhiteSpace(data))
        {
            throw new TaskDataException($"The task {task} needs data: {Remedy}.");
        }

        if (File.Exists(data))
        {
            return (data, null);
        }

        if (!Directory.Exists(data))
        {
            throw new TaskDataException($"{data} is neither a file nor a folder; {Remedy}.");
        }

        var (train, test) = (Part(data, "train"), Part(data, "test"));
        return (train, test) switch
        {
            (not null, _) => (train, test),
            (null, not null) => (test, null),
            _ => JsonRows.FilesIn(data).Any() ? (data, null) : throw new TaskDataException($"{data} holds no problems; {Remedy}."),
        };
    }

    public static FileStream Open(string path) => LineFile.Open(path, Files);

    public static TaskDataException Unreadable(string path, Exception cause) => LineFile.Unreadable(path, Files, cause);

    public static void CheckCount(string path, long number)
    {
        if (number > MaxProblems)
        {
            throw new TaskDataException($"{path}, problem {number}, is past the limit of {MaxProblems}; split the file.");
        }
    }

    private static string? Part(string folder, string name) =>
        ((string[])[$"{name}.jsonl", $"{name}.csv", $"{name}.parquet", name]).Select(part => Path.Combine(folder, part)).FirstOrDefault(Path.Exists);
}
