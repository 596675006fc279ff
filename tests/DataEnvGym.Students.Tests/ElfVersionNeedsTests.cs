using DataEnvGym.Students.Runtime;

namespace DataEnvGym.Students.Tests;

public sealed class ElfVersionNeedsTests
{
    private const string Library = "libstdc++.so.6";
    private const string Version = "GLIBCXX_3.4.32";

    [Fact]
    public void Weaken_ShippedLibrary_FlagsOneRequirementAndNothingElse()
    {
        var original = Shipped();
        if (original is null)
        {
            return;
        }

        var patched = original.ToArray();
        ElfVersionNeeds.Weaken(patched, Library, Version).ShouldBe(1);

        var different = Enumerable.Range(0, original.Length).Where(i => original[i] != patched[i]).ToArray();
        different.Length.ShouldBe(1);
        (patched[different[0]] ^ original[different[0]]).ShouldBe(0x2);
    }

    [Fact]
    public void Weaken_Twice_ChangesNothingTheSecondTime()
    {
        if (Shipped() is not { } bytes)
        {
            return;
        }

        ElfVersionNeeds.Weaken(bytes, Library, Version);
        var once = bytes.ToArray();

        ElfVersionNeeds.Weaken(bytes, Library, Version).ShouldBe(0);
        bytes.ShouldBe(once);
    }

    [Theory]
    [InlineData(Library, "GLIBCXX_9.9.99")]
    [InlineData("libnothing.so", Version)]
    public void Weaken_RequirementThatIsNotThere_ChangesNothing(string library, string version)
    {
        if (Shipped() is { } bytes)
        {
            ElfVersionNeeds.Weaken(bytes, library, version).ShouldBe(0);
        }
    }

    [Fact]
    public void Weaken_AnotherKindOfFile_Throws() =>
        Should.Throw<InvalidDataException>(() => ElfVersionNeeds.Weaken(new byte[100], Library, Version));

    [Fact]
    public void Weaken_LibraryCutShort_Throws()
    {
        if (Shipped() is { } bytes)
        {
            Should.Throw<InvalidDataException>(() => ElfVersionNeeds.Weaken(bytes.AsSpan(0, 4096), Library, Version));
        }
    }

    // Only Linux has such a library.
    private static byte[]? Shipped() => OperatingSystem.IsLinux() ? File.ReadAllBytes(LinuxTorchLibrary.Find()!) : null;
}
