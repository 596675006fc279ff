namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Published data in a folder <c>shared/data</c> above the tests; without it the tests that need it skip.</summary>
internal static class SharedData
{
    public static string PathOf(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine([folder.FullName, "shared", "data", .. parts]);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new SkipException($"There is no file shared/data/{string.Join('/', parts)} above the tests.");
    }
}
