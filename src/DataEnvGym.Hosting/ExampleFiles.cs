using System.Text.Json;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Hosting;

/// <summary>Files of examples that a spec names in <c>agent.data</c>: a line of JSON each, as <c>dataenvgym import</c> writes them.</summary>
public static class ExampleFiles
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const long MaxLength = 1 << 28;

    /// <summary>Reads a file. Empty lines are passed over.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="TaskDataException">It is missing, unreadable, too large, empty or malformed; the message names the line.</exception>
    public static async Task<IReadOnlyList<Example>> ReadAsync(string path, string name, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw Wrong($"there is no file {name}; make one: dataenvgym import FILE --format openai --out {Path.GetFileName(name)}");
        }

        if (file.Length > MaxLength)
        {
            throw Wrong($"{name} has {file.Length:N0} bytes and at most {MaxLength:N0} are read; leave lines out.");
        }

        try
        {
            var (examples, number) = (new List<Example>(), 0);
            await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                {
                    examples.Add(Read(line) ?? throw Wrong($"{name}, line {number} is no example of this program; make such lines of a file of another one: dataenvgym import FILE --format openai --out NEW"));
                }
            }

            return examples.Count > 0 ? examples : throw Wrong($"{name} holds no examples; fill it, or leave the field out.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TaskDataException($"agent.data: {name} cannot be read; let this program read it.", error);
        }
    }

    // The generated reader leaves what is missing null.
    private static Example? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CoreJson.Default.Example) is { Id.Length: > 0, Prompt: not null, Solution: not null, Answer: not null, Provenance.Source: not null } example
                ? example
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TaskDataException Wrong(string problem) => new($"agent.data: {problem}");
}
