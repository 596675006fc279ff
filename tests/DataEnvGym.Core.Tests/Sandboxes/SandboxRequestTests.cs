using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Core.Tests.Sandboxes;

public sealed class SandboxRequestTests
{
    [Theory]
    [InlineData("main.py")]
    [InlineData("data/words-1.txt")]
    [InlineData("a/b/c/__init__.py")]
    public void FileName_Relative_IsAllowed(string name) => Should.NotThrow(With(name).Check);

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../x")]
    [InlineData("a/../x")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData(".hidden")]
    [InlineData("a b")]
    [InlineData("a\\b")]
    [InlineData("a\n")]
    [InlineData("a\0")]
    [InlineData("ä")]
    public void FileName_ThatCouldLeadElsewhere_IsRefused(string name) =>
        Should.Throw<SandboxRequestException>(With(name).Check).Message.ShouldStartWith("Files names \"");

    [Fact]
    public void Entry_NotAmongFiles_IsRefused() =>
        Should.Throw<SandboxRequestException>((SandboxRequest.Of("") with { Entry = "other.py" }).Check).Message.ShouldBe("Entry is \"other.py\", which is not among Files.");

    [Fact]
    public void Files_OneUnderAnother_AreRefused() =>
        Should.Throw<SandboxRequestException>(new SandboxRequest("a", new Dictionary<string, string> { ["a"] = "", ["a/b"] = "" }).Check).Message.ShouldContain("as a file and as a folder");

    [Fact]
    public void Files_OverHalfOfTheWorkFolder_AreRefused()
    {
        var limits = new SandboxLimits { WorkFolderMiB = 2 };

        Should.NotThrow((SandboxRequest.Of(new('x', 1 << 20)) with { Limits = limits }).Check);
        Should.Throw<SandboxRequestException>((SandboxRequest.Of(new('ä', (1 << 19) + 1)) with { Limits = limits }).Check);
    }

    [Fact]
    public void Arguments_TooManyTooLongOrWithNul_AreRefused()
    {
        foreach (var arguments in (string[][])[[.. Enumerable.Repeat("x", 65)], [new('x', 4097)], ["a\0b"]])
        {
            Should.Throw<SandboxRequestException>((SandboxRequest.Of("") with { Arguments = arguments }).Check).Message.ShouldStartWith("Arguments");
        }
    }

    [Fact]
    public void StandardInput_Over32MiB_IsRefused() =>
        Should.Throw<SandboxRequestException>((SandboxRequest.Of("") with { StandardInput = new('x', (32 << 20) + 1) }).Check).Message.ShouldStartWith("StandardInput holds 33,554,433 bytes");

    [Fact]
    public void Limits_OutOfRange_AreRefusedByName()
    {
        var limits = new SandboxLimits();
        Should.NotThrow(limits.Check);
        (string Name, SandboxLimits Limits)[] wrong =
        [
            ("CpuTime", limits with { CpuTime = TimeSpan.Zero }), ("WallTime", limits with { WallTime = TimeSpan.FromSeconds(601) }), ("MemoryMiB", limits with { MemoryMiB = 63 }),
            ("Processes", limits with { Processes = 0 }), ("FileMiB", limits with { FileMiB = 4097 }), ("OpenFiles", limits with { OpenFiles = 15 }),
            ("OutputBytes", limits with { OutputBytes = 0 }), ("WorkFolderMiB", limits with { WorkFolderMiB = -1 }),
        ];

        wrong.ShouldAllBe(pair => Should.Throw<SandboxRequestException>(pair.Limits.Check, (string?)null).Message.StartsWith($"Limits.{pair.Name} is ", StringComparison.Ordinal));
    }

    private static SandboxRequest With(string name) => new(name, new Dictionary<string, string> { [name] = "" });
}
