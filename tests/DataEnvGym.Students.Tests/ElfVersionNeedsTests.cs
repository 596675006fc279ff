using DataEnvGym.Students.Runtime;

namespace DataEnvGym.Students.Tests;

public sealed class ElfVersionNeedsTests
{
    private const string Library = "libstdc++.so.6";
    private const string Version = "GLIBCXX_3.4.32";

    [SkippableFact]
    public void Weaken_ShippedLibrary_FlagsOneRequirementAndNothingElse()
    {
        var original = Shipped();
        var patched = original.ToArray();
        ElfVersionNeeds.Weaken(patched, Library, Version).ShouldBe(1);

        var different = Enumerable.Range(0, original.Length).Where(i => original[i] != patched[i]).ToArray();
        different.Length.ShouldBe(1);
        (patched[different[0]] ^ original[different[0]]).ShouldBe(0x2);
    }

    [SkippableFact]
    public void Weaken_Twice_ChangesNothingTheSecondTime()
    {
        var bytes = Shipped();
        ElfVersionNeeds.Weaken(bytes, Library, Version);
        var once = bytes.ToArray();

        ElfVersionNeeds.Weaken(bytes, Library, Version).ShouldBe(0);
        bytes.ShouldBe(once);
    }

    [SkippableTheory]
    [InlineData(Library, "GLIBCXX_9.9.99")]
    [InlineData("libnothing.so", Version)]
    public void Weaken_RequirementThatIsNotThere_ChangesNothing(string library, string version)
    {
        ElfVersionNeeds.Weaken(Shipped(), library, version).ShouldBe(0);
    }

    [Fact]
    public void Weaken_AnotherKindOfFile_Throws() =>
        Should.Throw<InvalidDataException>(() => ElfVersionNeeds.Weaken(new byte[100], Library, Version));

    [SkippableFact]
    public void Weaken_LibraryCutShort_Throws()
    {
        var bytes = Shipped();

        Should.Throw<InvalidDataException>(() => ElfVersionNeeds.Weaken(bytes.AsSpan(0, 4096), Library, Version));
    }

    private static byte[] Shipped()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux has such a library.");
        return File.ReadAllBytes(LinuxTorchLibrary.Find()!);
    }
}
