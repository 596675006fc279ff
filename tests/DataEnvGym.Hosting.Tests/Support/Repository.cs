namespace DataEnvGym.Hosting.Tests.Support;

/// <summary>The files of the repository that the tests were built from.</summary>
internal static class Repository
{
    private static readonly Lazy<string> LazyRoot = new(Find);

    public static string PathOf(params string[] parts) => Path.Combine([LazyRoot.Value, .. parts]);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DataEnvGym.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests were not built in the repository.");
        }

        return folder;
    }
}
