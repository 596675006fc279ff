using System.Runtime.CompilerServices;
using System.Text;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains;

/// <summary>A text file with an item on each line.</summary>
/// <param name="Files">What it is called in messages, such as <c>a GSM8K file (JSON Lines)</c>.</param>
/// <param name="MaxLength">Longest line, in UTF-16 units.</param>
/// <param name="MaxLines">Most lines.</param>
/// <param name="RightLine">What a line should be, for messages.</param>
internal sealed record LineFile(string Files, int MaxLength, int MaxLines, string RightLine)
{
    /// <summary>The lines with their numbers, from 1. A blank line may only stand at the end.</summary>
    /// <exception cref="TaskDataException">The file cannot be read, or a line is blank, too long or one too many.</exception>
    public async IAsyncEnumerable<(int Number, string Text)> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = Open(path, Files);
        await using var lines = BoundedLines.ReadAsync(stream, MaxLength, cancellationToken).GetAsyncEnumerator(cancellationToken);
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
                throw new TaskDataException($"{path}, line {blank}, is blank, with more lines after it; remove it.");
            }

            yield return number <= MaxLines ? (number, lines.Current) : throw new TaskDataException($"{path}, line {number}, is past the limit of {MaxLines} lines; split the file.");
        }
    }

    /// <summary>Opens a file for reading from its beginning to its end.</summary>
    /// <exception cref="TaskDataException">It cannot be opened.</exception>
    public static FileStream Open(string path, string files)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 65_536, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, files, e);
        }
    }

    public static TaskDataException Unreadable(string path, string files, Exception cause) => new($"{path} cannot be read: {cause.Message} Give the path of {files}.", cause);

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<string> lines, string path, int number)
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
            throw new TaskDataException($"{path}, line {number}, {e.Message}; {RightLine}.", e);
        }
    }
}
