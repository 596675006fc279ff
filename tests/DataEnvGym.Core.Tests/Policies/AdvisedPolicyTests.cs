using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Tests.Policies;

/// <summary>Policies whose decision comes from elsewhere: a teacher, or someone who knows.</summary>
public sealed class AdvisedPolicyTests
{
    private static Advice Advise(params (string Skill, double Share)[] shares) => new(shares.ToDictionary(), "because", "test/1", "hash", "request");

    [Fact]
    public void Teacher_Advised_SharesAsTheTeacherSays() =>
        PolicyCatalog.Create(new() { Name = PolicyKind.Teacher })
            .Weigh(Views.Of(0, 10, 20) with { Advice = Advise(("2", 0.75), ("0", 0.25)) }).Weights.ShouldBe([0.25, 0, 0.75]);

    [Fact]
    public void Teacher_WithoutAdvice_DecidesLikeErrorProportional() =>
        PolicyCatalog.Create(new() { Name = PolicyKind.Teacher, Exponent = 2 }).Weigh(Views.Of(0, 10)).Weights
            .ShouldBe(PolicyCatalog.Create(new() { Name = PolicyKind.ErrorProportional, Exponent = 2 }).Weigh(Views.Of(0, 10)).Weights);

    [Theory]
    [InlineData(PolicyKind.Teacher, null, true, true)]
    [InlineData(PolicyKind.Uniform, null, false, false)]
    [InlineData(PolicyKind.Alternating, PolicyKind.Teacher, false, true)]
    public void WantsAdvice_OnlyWhenTheTeacherDecides(PolicyKind name, PolicyKind? second, bool first, bool then)
    {
        var spec = new PolicySpec { Name = name, Second = second };

        (PolicyCatalog.WantsAdvice(spec, 1), PolicyCatalog.WantsAdvice(spec, 2)).ShouldBe((first, then));
    }

    [Fact]
    public void Oracle_ListedSkills_ShareAllOfIt() =>
        PolicyCatalog.Create(new() { Name = PolicyKind.Oracle, Skills = ["1", "elsewhere"] }).Weigh(Views.Of(0, 10, 20)).Weights.ShouldBe([0, 1, 0]);

    [Fact]
    public void Oracle_NoneOfItsSkillsThere_SaysWhichThereAre() =>
        Should.Throw<PermanentException>(() => PolicyCatalog.Create(new() { Name = PolicyKind.Oracle, Skills = ["percent"] }).Weigh(Views.Of(0, 10)))
            .Message.ShouldBe("agent.policy.skills: none of percent is a skill of this run; name some of 0, 1.");
}
