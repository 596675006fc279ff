using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Tests.Episodes;

public sealed class VerificationShareTests
{
    private static readonly Allowance Left = new(1200, 12);

    [Fact]
    public void ForWriting_NothingToVerify_IsAll() => VerificationShare.ForWriting(Given.Spec, Left).ShouldBe(Left);

    [Theory]
    [InlineData(3, 2, false, 400)]
    [InlineData(3, 2, true, 300)]
    [InlineData(1, 1, false, 600)]
    [InlineData(0, 2, true, 600)]
    public void ForWriting_EachOpinion_IsKeptBackForAsMuchAsWriting(int solutions, int agree, bool rubric, long tokens)
    {
        var spec = Given.Spec with { Curation = new() { Verify = new(solutions, agree, rubric ? new() : null) } };

        VerificationShare.ForWriting(spec, Left).Tokens.ShouldBe(tokens);
        VerificationShare.ForWriting(spec, Allowance.Unlimited).ShouldBe(Allowance.Unlimited);
    }

    // A writer for 5 dollars and two opinions for 2.5 each; a judge that costs nothing needs none of the money, a writer that costs nothing leaves it all.
    [Theory]
    [InlineData(4, 1, 2, 0.5, 6)]
    [InlineData(4, 1, 0, 0, 12)]
    [InlineData(0, 0, 2, 0.5, 12)]
    public void ForWriting_Money_FollowsThePrices(double read, double written, double judgeRead, double judgeWritten, double dollars)
    {
        var spec = Given.Spec with
        {
            Teacher = new() { Price = new() { InputPerMillion = (decimal)read, OutputPerMillion = (decimal)written } },
            Teachers = new() { Judge = new() { Price = new() { InputPerMillion = (decimal)judgeRead, OutputPerMillion = (decimal)judgeWritten } } },
            Curation = new() { Verify = new() },
        };

        VerificationShare.ForWriting(spec, Left).ShouldBe(new(400, (decimal)dollars));
    }
}
