using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Policies;

namespace DataEnvGym.Core.Tests.Episodes;

/// <summary>The specs under <c>samples/</c> can be run, and show all that there is.</summary>
public sealed class SampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples");

    private static readonly string[] Specs =
    [
        .. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "curriculum.json")
            .Select(file => Path.GetRelativePath(Folder, file))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Files => new(Specs);

    [Theory]
    [MemberData(nameof(Files))]
    public void Sample_Any_CanBeRun(string file) => Read(file).Stop.HasLimit.ShouldBeTrue();

    [Fact]
    public void Samples_Together_ShowEveryEnvironmentAndPolicy()
    {
        var specs = Specs.Select(Read).ToList();

        specs.Select(spec => spec.Environment).Distinct().ShouldBe(Enum.GetValues<EnvironmentKind>(), ignoreOrder: true);
        specs.Where(spec => spec.Environment == EnvironmentKind.SkillList).Select(spec => spec.Agent.Policy.Name).Distinct()
            .ShouldBe(Enum.GetValues<PolicyKind>(), ignoreOrder: true);
    }

    // A task that is read from files gets its folder on the command line.
    private static EpisodeSpec Read(string file)
    {
        var text = File.ReadAllBytes(Path.Combine(Folder, file));
        return SpecReader.Read(text, file, file.StartsWith("gsm8k", StringComparison.Ordinal) ? [new("task.data", "data")] : null);
    }
}
