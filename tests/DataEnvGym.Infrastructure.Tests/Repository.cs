namespace DataEnvGym.Infrastructure.Tests;

/// <summary>Where the files under test lie.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string BicepFolder => Path.Combine(Root, "bicep");

    public static string InfraFolder => Path.Combine(Root, "infra");

    public static string TestParameters => Path.Combine(Root, "tests", "DataEnvGym.Infrastructure.Tests", "Parameters");

    /// <summary>Copies a folder with its subfolders.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DataEnvGym.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds DataEnvGym.sln.");
    }
}
