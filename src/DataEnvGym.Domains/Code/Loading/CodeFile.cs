using System.IO.Compression;
using System.Text;
using System.Text.Json;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Code.Loading;

/// <summary>Reads the items of a file.</summary>
internal static class CodeFile
{
    // Contest problems carry tests of several megabytes.
    private const int MaxLineLength = 32 << 20;
    private const int MaxLines = 100_000;

    /// <summary>Reads a whole file, every line that is not blank an item, in the order of the lines.</summary>
    /// <param name="path">The file; one that ends in <c>.gz</c> is unpacked while it is read.</param>
    /// <param name="format">How its lines are written.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="TaskDataException">The file cannot be read, or a line is malformed; names the file, the line (from 1) and what is wrong.</exception>
    public static async Task<IReadOnlyList<Item>> LoadAsync(string path, CodeFormat format, CancellationToken cancellationToken)
    {
        var items = new List<Item>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var (number, files) = (0, $"a file of {format.Task} (JSON Lines, or that with .gz)");
        try
        {
            await using var file = LineFile.Open(path, files);
            await using Stream text = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            await foreach (var line in BoundedLines.ReadAsync(text, MaxLineLength, cancellationToken))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                var item = number <= MaxLines ? format.Read(line, $"{format.Task}/{number:D5}") : throw new FormatException($"is past the limit of {MaxLines:N0} lines; split the file");
                items.Add(ids.Add(item.Id) ? item : throw new FormatException($"has the id {item.Id}, which a line before it has; give each its own"));
            }

            return items;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            throw new TaskDataException($"{path}, line {number}, {(error is JsonException ? $"is no JSON object of this form ({error.Message})" : error.Message)}; a right line looks like {format.Example}.", error);
        }
        catch (DecoderFallbackException error)
        {
            throw new TaskDataException($"{path}, at or soon after line {number + 1}, is not UTF-8; save the file as UTF-8.", error);
        }
        catch (InvalidDataException error)
        {
            throw new TaskDataException($"{path}, line {number + 1}, cannot be read: {error.Message}.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LineFile.Unreadable(path, files, error);
        }
    }
}
