namespace DataEnvGym.Infrastructure.Tests;

public sealed class ScriptTests
{
    public static TheoryData<string> Scripts =>
        [.. Directory.GetFiles(Repository.InfraFolder, "*.sh", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Repository.Root, f))];

    [SkippableTheory]
    [MemberData(nameof(Scripts))]
    public void Script_Read_IsValidBash(string script)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows brings no bash.");
        Tool.Run("bash", Repository.Root, "-n", script).ShouldBeSilentSuccess();
        Tool.Run("test", Repository.Root, "-x", script).ShouldBeSilentSuccess();
    }

    [SkippableFact]
    public void Azurite_WithoutFolder_SaysHowItIsCalled()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows brings no bash.");
        var result = Tool.Run("bash", Repository.Root, "infra/azurite.sh");
        result.ExitCode.ShouldBe(64);
        result.Errors.ShouldStartWith("Usage: ");
    }
}
