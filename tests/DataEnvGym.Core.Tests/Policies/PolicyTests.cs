using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Policies;

namespace DataEnvGym.Core.Tests.Policies;

public sealed class PolicyTests
{
    private static readonly SkillStanding[] Standings = [new("bad", 10, 0), new("half", 10, 5), new("good", 10, 10)];

    [Fact]
    public void Uniform_AnyStandings_WeighsAllEqually() =>
        PolicyCatalog.Create(new() { Name = PolicyKind.Uniform }).Weigh(Standings).ShouldBe([1, 1, 1]);

    [Fact]
    public void ErrorProportional_ExponentOne_WeighsByErrorRate() =>
        PolicyCatalog.Create(new() { Exponent = 1, Floor = 0.1 }).Weigh(Standings).ShouldBe([1, 0.5, 0.1], 1e-12);

    [Fact]
    public void ErrorProportional_ExponentTwo_FavoursTheWeakest() =>
        PolicyCatalog.Create(new() { Exponent = 2, Floor = 0.1 }).Weigh(Standings).ShouldBe([1, 0.25, 0.01], 1e-12);

    [Fact]
    public void ErrorProportional_NoFloor_ForgetsWhatIsPerfect() =>
        PolicyCatalog.Create(new() { Exponent = 1.5, Floor = 0 }).Weigh(Standings)[2].ShouldBe(0);

    [Theory]
    [InlineData(PolicyKind.Uniform, "uniform")]
    [InlineData(PolicyKind.ErrorProportional, "error-proportional")]
    public void Create_Kind_GivesPolicyOfThatName(PolicyKind kind, string name) => PolicyCatalog.Create(new() { Name = kind }).Name.ShouldBe(name);

    [Fact]
    public void Create_UnknownKind_Throws() => Should.Throw<ArgumentOutOfRangeException>(() => PolicyCatalog.Create(new() { Name = (PolicyKind)99 }));
}
