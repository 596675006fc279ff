using System.Runtime.CompilerServices;
using System.Text;

namespace DataEnvGym.Domains;

/// <summary>Reads lines of text without ever holding more than one line of bounded length.</summary>
internal static class BoundedLines
{
    /// <summary>The lines of a UTF-8 stream, without their line ends. A line end at the end of the stream starts no further line.</summary>
    /// <param name="stream">Read to its end; left open.</param>
    /// <param name="maxLength">Longest line, in UTF-16 units.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidDataException">A line is too long; the message says no more than that.</exception>
    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    public static async IAsyncEnumerable<string> ReadAsync(Stream stream, int maxLength, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
        var buffer = new char[8192];
        var line = new StringBuilder();
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var rest = buffer.AsMemory(0, read);
            int end;
            while ((end = rest.Span.IndexOf('\n')) >= 0)
            {
                Append(line, rest.Span[..end], maxLength);
                yield return Take(line);
                rest = rest[(end + 1)..];
            }

            Append(line, rest.Span, maxLength);
        }

        if (line.Length > 0)
        {
            yield return Take(line);
        }
    }

    private static void Append(StringBuilder line, ReadOnlySpan<char> part, int maxLength)
    {
        if (line.Length + part.Length > maxLength)
        {
            throw new InvalidDataException($"is longer than {maxLength} characters");
        }

        line.Append(part);
    }

    private static string Take(StringBuilder line)
    {
        var text = line.ToString().TrimEnd('\r');
        line.Clear();
        return text;
    }
}
