using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Experiments;
using DataEnvGym.Teachers.Prices;

namespace DataEnvGym.Cli.Hosting.Experiments;

/// <summary>Reads experiments from files or folders, with paths in them made absolute.</summary>
internal static class ExperimentLoader
{
    /// <summary>Reads an experiment.</summary>
    /// <param name="path">A JSON file, or a folder with an <c>experiment.json</c>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="SpecException">It is not a valid experiment.</exception>
    public static async Task<ExperimentPlan> LoadAsync(string path, CancellationToken cancellationToken)
    {
        var file = SpecLoader.Find(path, "experiment.json", "experiment", "bench/headline");
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var episodes = folder;
        var plan = ExperimentReader.Read(await File.ReadAllBytesAsync(file, cancellationToken), file, ReadBase, PriceList.Embedded);
        return plan with { Arms = [.. plan.Arms.Select(arm => arm with { Episode = SpecLoader.Absolute(episodes, arm.Episode) })] };

        ReadOnlyMemory<byte> ReadBase(string name)
        {
            var episode = SpecLoader.Find(Path.GetFullPath(name, folder), "episode.json", "episode", "samples/math");
            episodes = Path.GetDirectoryName(episode)!;
            return File.ReadAllBytes(episode);
        }
    }
}
