using DataEnvGym.Cli.Commands;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Teachers.Prices;

namespace DataEnvGym.Cli.Hosting;

/// <summary>Reads specs from files or folders, with paths in them made absolute.</summary>
internal static class SpecLoader
{
    private const string DefaultName = "episode.json";

    /// <summary>Reads a spec.</summary>
    /// <param name="path">A JSON file, or a folder with an <c>episode.json</c>.</param>
    /// <param name="sets">Overrides as <c>path=value</c>.</param>
    /// <param name="data">A data folder or file that replaces <c>task.data</c>, relative to the current folder.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<EpisodeSpec> LoadAsync(string path, IReadOnlyList<string> sets, string? data, CancellationToken cancellationToken)
    {
        var file = Find(path, DefaultName, "episode", "samples/math");
        var overrides = sets.Select(ParseSet).ToList();
        if (data is not null)
        {
            overrides.Add(new("task.data", System.Text.Json.JsonSerializer.Serialize(Path.GetFullPath(data), Core.Json.CoreJson.Default.String)));
        }

        var spec = SpecReader.Read(await File.ReadAllBytesAsync(file, cancellationToken), file, overrides, PriceList.Embedded);
        return Absolute(Path.GetDirectoryName(Path.GetFullPath(file))!, spec);
    }

    /// <summary>The file that a path names, or that lies in the folder that it names.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Find(string path, string defaultName, string what, string example)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, defaultName) : path;
        if (!File.Exists(file))
        {
            throw new UsageException($"there is no {what} spec at {path}; name a JSON file or a folder that holds {(defaultName[0] is 'e' ? "an" : "a")} {defaultName}, such as {example}.");
        }

        return new FileInfo(file).Length <= SpecReader.MaxLength ? file : throw new SpecException(file, [$"the file is larger than {SpecReader.MaxLength:N0} bytes."]);
    }

    /// <summary>An episode with its paths made absolute.</summary>
    public static EpisodeSpec Absolute(string folder, EpisodeSpec spec) => spec.WithTeachers(teacher => teacher with { Fixtures = Absolute(folder, teacher.Fixtures) }) with
    {
        Task = spec.Task with { Data = Absolute(folder, spec.Task.Data) },
        Skills = spec.Skills is null ? null : spec.Skills with { File = Absolute(folder, spec.Skills.File) },
        Agent = spec.Agent with { Data = Absolute(folder, spec.Agent.Data) },
        Student = spec.Student with { Checkpoint = Absolute(folder, spec.Student.Checkpoint) },
    };

    /// <summary>A path made absolute.</summary>
    public static string? Absolute(string folder, string? path) => path is null ? null : Path.GetFullPath(path, folder);

    /// <summary>Reads an override, <c>path=value</c>.</summary>
    public static KeyValuePair<string, string> ParseSet(string text)
    {
        var cut = text.IndexOf('=', StringComparison.Ordinal);
        return cut > 0
            ? new(text[..cut].Trim(), text[(cut + 1)..].Trim())
            : throw new SpecException("--set", [$"\"{text}\" is not of the form path=value, such as stop.iterations=2."]);
    }
}
