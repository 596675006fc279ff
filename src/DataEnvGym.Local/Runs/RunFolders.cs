using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Local.Runs;

/// <summary>The runs under one root folder.</summary>
public static class RunFolders
{
    /// <summary>Every run that has begun, which is to say that it has a journal or a specification, by id.</summary>
    /// <param name="root">The folder that holds all runs; need not exist.</param>
    public static IReadOnlyList<RunFolder> List(string root) =>
        [.. Ids(root).Select(id => new RunFolder(root, id)).Where(f => File.Exists(f.Journal) || File.Exists(f.Spec)).OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <summary>The id <c>name-N</c> with the lowest N, from 1, whose folder does not exist.</summary>
    /// <param name="root">The folder that holds all runs; need not exist.</param>
    /// <param name="name">Begin of the id.</param>
    /// <exception cref="FormatException">The name makes no run id.</exception>
    public static RunId NextFree(string root, string name)
    {
        for (var number = 1; ; number++)
        {
            var id = RunId.Parse($"{name}-{number}");
            if (!Directory.Exists(new RunFolder(root, id).FullPath))
            {
                return id;
            }
        }
    }

    private static IEnumerable<RunId> Ids(string root)
    {
        foreach (var path in Directory.Exists(root) ? Directory.EnumerateDirectories(root) : [])
        {
            if (RunId.TryParse(Path.GetFileName(path), out var id))
            {
                yield return id;
            }
        }
    }
}
