using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Mathematics.Problems;

/// <summary>Problems as JSON objects: one per line of a file, or one per file of a folder.</summary>
internal static class JsonRows
{
    private const int MaxFiles = 200_000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    // Links are not followed: data may lead nowhere but into their own folder.
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 3, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    /// <summary>The lines of a file. A blank line may only stand at its end.</summary>
    public static async IAsyncEnumerable<Row> OfLinesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var group = Path.GetFileNameWithoutExtension(path);
        await foreach (var (number, line) in ProblemFile.Lines.ReadAsync(path, cancellationToken))
        {
            yield return Parse(line, $"{group}/{number:D5}", $"{path}, line {number}");
        }
    }

    /// <summary>The <c>.json</c> files of a folder and of the folders in it, in the order of their names.</summary>
    public static async IAsyncEnumerable<Row> OfFolderAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = FilesIn(folder).Take(MaxFiles + 1).ToList();
        if (files.Count > MaxFiles)
        {
            throw new TaskDataException($"{folder} holds more than {MaxFiles} files; put the problems into one file of JSON Lines.");
        }

        files.Sort(StringComparer.Ordinal);
        foreach (var path in files)
        {
            if (new FileInfo(path).Length > ProblemFile.MaxLength)
            {
                throw new TaskDataException($"{path} is longer than {ProblemFile.MaxLength} bytes; a problem is one small JSON object.");
            }

            var name = Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace(Path.DirectorySeparatorChar, '/');
            yield return Parse(await ReadAsync(path, cancellationToken), $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}/{name}", path);
        }
    }

    /// <summary>The files that <see cref="OfFolderAsync"/> reads, in any order.</summary>
    public static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder, "*.json", Below);

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, ProblemFile.Utf8, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProblemFile.Unreadable(path, e);
        }
        catch (DecoderFallbackException e)
        {
            throw new TaskDataException($"{path} is not UTF-8; save the file as UTF-8.", e);
        }
    }

    private static Row Parse(string json, string id, string where)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new(id, where, FieldTexts.Of(document.RootElement.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, field.Value))));
            }
        }
        catch (JsonException e)
        {
            throw new TaskDataException($"{where}, is no JSON object with each property once, at byte {e.BytePositionInLine + 1}; write it like {{\"question\": \"1+1\", \"answer\": \"2\"}}.", e);
        }

        throw new TaskDataException($"{where}, is JSON, but no object; write it like {{\"question\": \"1+1\", \"answer\": \"2\"}}.");
    }
}
