namespace DataEnvGym.Infrastructure.Tests;

public sealed class BicepBuildTests
{
    [SkippableFact]
    public void EveryBicepFile_Built_HasNoDiagnostics()
    {
        BicepCompiler.Require();
        BicepCompiler.Build.ShouldBeSilentSuccess();
        Directory.GetFiles(Path.Combine(BicepCompiler.Workspace, "built"), "*.json", SearchOption.AllDirectories).Length.ShouldBe(Sources.Length);
    }

    [SkippableFact]
    public void EveryBicepFile_Linted_HasNoDiagnostics()
    {
        BicepCompiler.Require();
        BicepCompiler.Run("lint", "--pattern", "bicep/**/*.bicep*").ShouldBeSilentSuccess();
    }

    [SkippableFact]
    public void EveryBicepFile_Formatted_StaysAsItIs()
    {
        BicepCompiler.Require();
        var copy = Path.Combine(BicepCompiler.Workspace, "formatted");
        Repository.Copy(Repository.BicepFolder, copy);
        BicepCompiler.Run("format", "--pattern", "formatted/**/*.bicep").ShouldBeSilentSuccess();

        foreach (var file in Sources)
        {
            File.ReadAllText(file).ShouldBe(File.ReadAllText(Path.Combine(copy, Path.GetRelativePath(Repository.BicepFolder, file))), file);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Deployment.All), MemberType = typeof(Deployment))]
    public void ParameterFile_WorkedOut_HasNoDiagnostics(string file) => Deployment.Of(file).Diagnostics.ShouldBeEmpty();

    [SkippableFact]
    public void Configuration_BrokenRules_AreErrors()
    {
        BicepCompiler.Require();
        var folder = Directory.CreateDirectory(Path.Combine(BicepCompiler.Workspace, "broken")).FullName;
        File.Copy(Path.Combine(Repository.BicepFolder, "bicepconfig.json"), Path.Combine(folder, "bicepconfig.json"));
        File.WriteAllText(Path.Combine(folder, "broken.bicep"), """
            param x string
            @secure()
            @description('y')
            param y string = 'z'
            output z string = 'https://management.azure.com/${y}'
            """);

        var result = BicepCompiler.Run("lint", "broken/broken.bicep");

        result.ExitCode.ShouldNotBe(0);
        string[] rules =
        [
            "no-unused-params", "use-description-params", "use-description-outputs", "no-hardcoded-env-urls", "secure-parameter-default",
            "outputs-should-not-contain-secrets",
        ];
        rules.ShouldAllBe(rule => result.Errors.Contains($"Error {rule}"), result.Errors);
    }

    static string[] Sources => Directory.GetFiles(Repository.BicepFolder, "*.bicep", SearchOption.AllDirectories);
}
