using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Policies;

namespace DataEnvGym.Core.Tests.Policies;

public sealed class PolicyTests
{
    private static readonly PolicyView View = Views.Of(0, 10, 20);

    public static TheoryData<PolicyKind> Kinds => new(Enum.GetValues<PolicyKind>());

    [Fact]
    public void Uniform_AnyStandings_WeighsAllEqually() => Weights(new() { Name = PolicyKind.Uniform }, View).ShouldBe([1, 1, 1]);

    [Fact]
    public void ErrorProportional_ExponentOne_WeighsByErrorRate() => Weights(new() { Exponent = 1, Floor = 0.1 }, View).ShouldBe([1, 0.5, 0.1], 1e-12);

    [Fact]
    public void ErrorProportional_ExponentTwo_FavoursTheWeakest() => Weights(new() { Exponent = 2, Floor = 0.1 }, View).ShouldBe([1, 0.25, 0.01], 1e-12);

    [Fact]
    public void ErrorProportional_NoFloor_ForgetsWhatIsPerfect() => Weights(new() { Exponent = 1.5, Floor = 0 }, View)[2].ShouldBe(0);

    [Fact]
    public void ErrorProportional_UnknownAccuracy_CountsAsTheAverage() =>
        Weights(new() { Exponent = 1, Floor = 0 }, Views.Of(0, 20).WithUnknown()).ShouldBe([1, 0, 0.5], 1e-12);

    [Theory]
    [InlineData(null, new double[] { 1, 1, 1, 0, 0 })]
    [InlineData(0.5, new double[] { 1, 0, 0, 0, 0 })]
    [InlineData(1.0, new double[] { 1, 1, 1, 1, 0 })]
    public void Threshold_Accuracy_IsTaughtBelowIt(double? threshold, double[] weights) =>
        Weights(new() { Name = PolicyKind.Threshold, Threshold = threshold }, Views.Of(0, 10, 15, 16, 20)).ShouldBe(weights);

    [Theory]
    [InlineData(null, null, new double[] { 0, 0, 1, 1, 1, 0, 0 })]
    [InlineData(0.0, 0.2, new double[] { 1, 1, 0, 0, 0, 0, 0 })]
    [InlineData(1.0, 1.0, new double[] { 0, 0, 0, 0, 0, 0, 1 })]
    public void Learnability_Accuracy_IsTaughtInTheBandAndItsEnds(double? low, double? high, double[] weights) =>
        Weights(new() { Name = PolicyKind.Learnability, Low = low, High = high }, Views.Of(0, 4, 5, 10, 15, 16, 20)).ShouldBe(weights);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Create_Kind_GivesPolicyOfThatName(PolicyKind kind) => PolicyCatalog.Create(new() { Name = kind }).Name.ShouldBe(Words.Of(kind));

    [Fact]
    public void Create_UnknownKind_Throws() => Should.Throw<ArgumentOutOfRangeException>(() => PolicyCatalog.Create(new() { Name = (PolicyKind)99 }));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Weigh_OneUnknownSkill_GivesItAll(PolicyKind kind)
    {
        var view = Views.Of().WithUnknown();

        var allotment = PolicyCatalog.Create(new() { Name = kind, Skills = ["0", "unknown"] }).Weigh(view);

        Allotment.Shares(allotment.Weights).ShouldBe([1.0]);
        Allotment.Shares(allotment.Propensities).ShouldBe([1.0]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Weigh_SameView_IsTheSame(PolicyKind kind)
    {
        var policy = PolicyCatalog.Create(new() { Name = kind, Skills = ["0", "unknown"] });

        policy.Weigh(View.In(2)).Weights.ShouldBe(policy.Weigh(View.In(2)).Weights);
    }

    [Fact]
    public void LooksBack_ByName_IsWhatNeedsThePast()
    {
        var kinds = Enum.GetValues<PolicyKind>().Where(kind => LooksBack(new() { Name = kind }));

        kinds.ShouldBe([PolicyKind.FillBalanced, PolicyKind.Ucb1, PolicyKind.Thompson, PolicyKind.Teacher]);
        LooksBack(new() { Name = PolicyKind.Alternating, Second = PolicyKind.Ucb1 }).ShouldBeTrue();
        PolicyCatalog.LooksBack(new() { Environment = EnvironmentKind.OpenEnded, Agent = new() { Policy = new() { Name = PolicyKind.Ucb1 } } }).ShouldBeFalse();

        static bool LooksBack(PolicySpec policy) => PolicyCatalog.LooksBack(Given.Spec with { Agent = new() { Policy = policy } });
    }

    private static IReadOnlyList<double> Weights(PolicySpec spec, PolicyView view)
    {
        var allotment = PolicyCatalog.Create(spec).Weigh(view);
        allotment.Propensities.ShouldBe(allotment.Weights);
        return allotment.Weights;
    }
}
