using DataEnvGym.Core.Curricula;
using DataEnvGym.Hosting.Curricula;
using DataEnvGym.Teachers.Prices;

namespace DataEnvGym.Cli.Hosting;

/// <summary>Reads curricula from files or folders, with paths in them made absolute.</summary>
internal static class CurriculumLoader
{
    /// <summary>Reads a curriculum.</summary>
    /// <param name="path">A JSON file, or a folder with a <c>curriculum.json</c>.</param>
    /// <param name="sets">Overrides as <c>path=value</c>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<CurriculumSpec> LoadAsync(string path, IReadOnlyList<string> sets, CancellationToken cancellationToken)
    {
        var file = SpecLoader.Find(path, "curriculum.json", "curriculum", "samples/curriculum");
        var spec = CurriculumReader.Read(await File.ReadAllBytesAsync(file, cancellationToken), file, CronSchedule.Parse, [.. sets.Select(SpecLoader.ParseSet)], PriceList.Embedded);
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return spec with
        {
            Episode = SpecLoader.Absolute(folder, spec.Episode),
            Gate = spec.Gate with
            {
                Guards = [.. spec.Gate.Guards.Select(guard => guard with { Task = guard.Task with { Data = SpecLoader.Absolute(folder, guard.Task.Data) } })],
            },
        };
    }
}
