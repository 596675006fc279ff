using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DataEnvGym.Core.Tests;

/// <summary>The rules on who may know whom, read off the project files.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Dictionary<string, XDocument> Projects = ((string[])["src", "tests"])
        .SelectMany(folder => Directory.GetFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), XDocument.Load);

    [Fact]
    public void Core_References_NoProjectAndNoPackage()
    {
        References("DataEnvGym.Core", "ProjectReference").ShouldBeEmpty();
        References("DataEnvGym.Core", "PackageReference").ShouldBeEmpty();
    }

    // What every project gets, Core among them: analyzers, which leave nothing in what is built.
    [Fact]
    public void SharedProperties_Packages_AreAnalyzersOrForTests()
    {
        var packages = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("PackageReference")
            .Where(package => package.Parent!.Attribute("Condition")?.Value.Contains("IsTestProject", StringComparison.Ordinal) != true);

        packages.ShouldAllBe(package => package.Attribute("Include")!.Value.EndsWith("Analyzers", StringComparison.Ordinal) && package.Attribute("PrivateAssets")!.Value == "all");
    }

    [Theory]
    [InlineData("DataEnvGym.Domains", "DataEnvGym.Core")]
    [InlineData("DataEnvGym.Students", "DataEnvGym.Core")]
    [InlineData("DataEnvGym.Local", "DataEnvGym.Core")]
    [InlineData("DataEnvGym.Reporting", "DataEnvGym.Core")]
    [InlineData("DataEnvGym.Teachers", "DataEnvGym.Core DataEnvGym.Domains")]
    [InlineData("DataEnvGym.Jobs", "DataEnvGym.Core")]
    [InlineData("DataEnvGym.Azure", "DataEnvGym.Core")]
    [InlineData("DataEnvGym.Sandbox", "DataEnvGym.Core")]
    [InlineData("DataEnvGym.Exchange", "DataEnvGym.Core")]
    [InlineData("DataEnvGym.Hosting", "DataEnvGym.Core DataEnvGym.Domains DataEnvGym.Jobs DataEnvGym.Reporting DataEnvGym.Teachers")]
    public void Project_References_OnlyWhatItMayKnow(string project, string allowed) =>
        References(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Order().ShouldBe(allowed.Split(' '));

    // A project that is not named above composes, or wants a rule of its own.
    [Fact]
    public void Sources_Projects_AreAllUnderARule() => Projects.Keys.Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal)).Order().ShouldBe(
        [
            "DataEnvGym.Azure", "DataEnvGym.Cli", "DataEnvGym.Core", "DataEnvGym.Domains", "DataEnvGym.Exchange", "DataEnvGym.Functions", "DataEnvGym.Hosting", "DataEnvGym.Jobs", "DataEnvGym.Local",
            "DataEnvGym.Reporting", "DataEnvGym.Sandbox", "DataEnvGym.Students", "DataEnvGym.Teachers", "DataEnvGym.Worker",
        ]);

    // It composes too, but starts without libtorch: student work goes to workers.
    [Fact]
    public void Functions_References_NoStudents() =>
        References("DataEnvGym.Functions", "ProjectReference").ShouldNotContain(path => path.Contains("Students", StringComparison.Ordinal) || path.Contains("Worker", StringComparison.Ordinal));

    [Theory]
    [InlineData("TorchSharp", "DataEnvGym.Students")]
    [InlineData("libtorch", "DataEnvGym.Students")]
    [InlineData("Microsoft.SemanticKernel", "DataEnvGym.Teachers")]
    [InlineData("Azure.Identity", "DataEnvGym.Azure")]
    [InlineData("Azure.Storage", "DataEnvGym.Azure")]
    [InlineData("Microsoft.Azure.Functions", "DataEnvGym.Functions")]
    [InlineData("Parquet.Net", "DataEnvGym.Domains DataEnvGym.Exchange")]
    public void Package_HeavyOnes_StayWhereTheyAreUsed(string package, string owners) =>
        Projects.Keys.Where(name => References(name, "PackageReference").Any(id => id.StartsWith(package, StringComparison.OrdinalIgnoreCase))).Order().ShouldBe(owners.Split(' '));

    [Fact]
    public void Solution_Projects_AreAllOfThem() =>
        SolutionProject().Matches(File.ReadAllText(Repository.PathOf("DataEnvGym.sln"))).Select(match => match.Groups[1].Value).Order().ShouldBe(Projects.Keys.Order());

    [Fact]
    public void Projects_PackageVersions_StandInOnePlace()
    {
        foreach (var (name, project) in Projects)
        {
            project.Descendants("PackageReference").ShouldAllBe(package => package.Attribute("Version") == null && package.Attribute("VersionOverride") == null && !package.Elements().Any(), name);
        }
    }

    [Fact]
    public void CentralVersions_Versions_AreExact()
    {
        var versions = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion").ToList();

        versions.ShouldNotBeEmpty();
        versions.ShouldAllBe(version => ExactVersion().IsMatch(version.Attribute("Version")!.Value));
        versions.Select(version => version.Attribute("Include")!.Value).ShouldBeUnique();
    }

    private static List<string> References(string project, string kind) =>
        [.. Projects[project].Descendants(kind).Select(reference => reference.Attribute("Include")!.Value)];

    [GeneratedRegex("""= "[^"]+", "(?:src|tests)\\[^"\\]+\\([^"\\]+)\.csproj""")]
    private static partial Regex SolutionProject();

    [GeneratedRegex(@"^\d+(\.\d+){1,3}(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex ExactVersion();
}
