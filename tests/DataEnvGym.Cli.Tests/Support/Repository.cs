namespace DataEnvGym.Cli.Tests.Support;

/// <summary>Finds files of the repository, and data beside it, from wherever the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } =
        Above(folder => File.Exists(Path.Combine(folder, "DataEnvGym.sln")) ? folder : null)
        ?? throw new InvalidOperationException("The tests do not lie in a clone of the repository.");

    /// <summary>A file or folder under <c>shared</c> in the nearest folder above that has it, or nothing.</summary>
    public static string? Shared(string path) => Above(folder =>
        Path.Combine(folder, "shared", path) is var found && (File.Exists(found) || Directory.Exists(found)) ? found : null);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string? Above(Func<string, string?> find)
    {
        string? found = null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null && found is null; folder = folder.Parent)
        {
            found = find(folder.FullName);
        }

        return found;
    }
}
