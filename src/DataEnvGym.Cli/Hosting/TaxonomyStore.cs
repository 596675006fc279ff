using System.Text.Json;
using DataEnvGym.Cli.Commands;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains;
using DataEnvGym.Hosting;

namespace DataEnvGym.Cli.Hosting;

/// <summary>Taxonomies in files and in runs.</summary>
internal static class TaxonomyStore
{
    /// <summary>Reads a taxonomy.</summary>
    /// <param name="root">The folder that holds all runs.</param>
    /// <param name="place">A file, or a run's name or path.</param>
    /// <param name="data">Where a task that is read from files finds them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="UsageException">There is no such file or run, or the run has no skills.</exception>
    /// <exception cref="TaxonomyException">The file is no taxonomy.</exception>
    public static async Task<FoundTaxonomy> FindAsync(string root, string place, string? data, CancellationToken cancellationToken)
    {
        if (File.Exists(place))
        {
            var read = await TaxonomyFiles.ReadAsync(place, cancellationToken);
            return new(place, read, Complete(read.Task, data));
        }

        if (place.EndsWith(".json", StringComparison.Ordinal))
        {
            throw new UsageException($"there is no file {place}; make one: {UserCommand.Of("skills export", "RUN")} {Path.GetFileName(place)}");
        }

        var folder = CommonOptions.FindRun(root, place);
        var spec = await RunReader.ReadSpecAsync(folder, cancellationToken);
        var file = Directory.Exists(folder.Artifacts) ? Directory.EnumerateFiles(folder.Artifacts, "taxonomy-*.json").Order(StringComparer.Ordinal).LastOrDefault() : null;
        return file is null
            ? throw new UsageException($"{folder.Name} has no skills{(spec.Environment == Core.Agents.EnvironmentKind.OpenEnded ? ", since its environment has none; name another run" : " yet; see how far it is")}: {UserCommand.Of("show", folder)}")
            : new(folder.Name, await TaxonomyFiles.ReadAsync(file, cancellationToken), Complete(spec.Task, data));
    }

    /// <summary>Refuses to write over a file, before anything is spent.</summary>
    /// <exception cref="UsageException">There is one.</exception>
    public static void CheckFree(string path)
    {
        if (Path.Exists(path))
        {
            throw new UsageException($"there is something at {path} already; name a file that is not there yet.");
        }
    }

    /// <summary>Writes a taxonomy to a new file.</summary>
    public static Task CreateAsync(string path, Taxonomy taxonomy, CancellationToken cancellationToken)
    {
        CheckFree(path);
        return WriteAsync(path, taxonomy, cancellationToken);
    }

    /// <summary>Writes the next version in place of a file, whose content stays beside it under its version and id.</summary>
    /// <returns>Where the older version is.</returns>
    public static async Task<string> ReplaceAsync(string path, Taxonomy older, Taxonomy newer, CancellationToken cancellationToken)
    {
        var kept = Path.Combine(
            Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}.v{older.Version}-{TaxonomyId.Of(older)}{Path.GetExtension(path)}");
        await WriteAsync(kept, older, cancellationToken);
        await WriteAsync(path, newer, cancellationToken);
        return kept;
    }

    private static async Task WriteAsync(string path, Taxonomy taxonomy, CancellationToken cancellationToken)
    {
        try
        {
            await AtomicFile.WriteAsync(path, stream => JsonSerializer.SerializeAsync(stream, taxonomy, CliJson.Readable.Taxonomy, cancellationToken), cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written ({error.Message.TrimEnd('.')}); name a file in a folder that is there and may be written to.");
        }
    }

    // A taxonomy does not say where data lie: what a file says must not decide what is read.
    private static TaskSpec? Complete(TaskSpec? task, string? data)
    {
        var complete = task is null || data is null ? task : task with { Data = Path.GetFullPath(data) };
        return complete is null || !TaskCatalog.Names.Contains(complete.Name) || (complete.Data is null && !complete.Name.StartsWith("procedural-", StringComparison.Ordinal)) ? null : complete;
    }
}

/// <summary>A taxonomy, and where it is.</summary>
/// <param name="Name">The run or the file.</param>
/// <param name="Taxonomy">The taxonomy.</param>
/// <param name="Task">Its task, if it is known and can be read.</param>
internal sealed record FoundTaxonomy(string Name, Taxonomy Taxonomy, TaskSpec? Task)
{
    /// <summary>The probe items of its task; none if the task cannot be read.</summary>
    public Task<IReadOnlyList<Item>> ItemsAsync(CancellationToken cancellationToken) =>
        Task is null ? System.Threading.Tasks.Task.FromResult<IReadOnlyList<Item>>([]) : TaskCatalog.Open(Task).LoadAsync(Split.Probe, cancellationToken);
}
