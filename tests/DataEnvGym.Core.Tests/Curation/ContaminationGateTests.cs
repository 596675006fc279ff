using DataEnvGym.Core.Curation;

namespace DataEnvGym.Core.Tests.Curation;

public sealed class ContaminationGateTests
{
    private static readonly string Exam = $"Given: {Words(1, 20)} what follows?";
    private static readonly ContaminationGate Gate = new(new TextDomain(), [new("item-1", "How much is 2 + 3?", "5"), new("item-2", Exam, "6")], words: 13);

    [Theory]
    [InlineData("How much is 2 + 3?")]
    [InlineData("  how MUCH is 2+3 ?\n")]
    public void Check_SameQuestion_IsDropped(string prompt) =>
        Gate.Check(Given.Draft(prompt)).ShouldBe(new Rejection("contaminated", "the same question as item-1"));

    [Fact]
    public void Check_RunOfThirteenWords_IsDropped() =>
        Gate.Check(Given.Draft($"Tell me: {Words(3, 13)} and why?"))
            .ShouldBe(new Rejection("contaminated", $"shares \"{Words(3, 13)}\" with item-2"));

    [Fact]
    public void Check_RunInOtherCaseAndSpacing_IsDropped() =>
        Gate.Check(Given.Draft(Words(8, 13).ToUpperInvariant().Replace(" ", " \n\t"))).ShouldNotBeNull().Reason.ShouldBe("contaminated");

    [Fact]
    public void Check_RunInTheSolution_IsDropped() =>
        Gate.Check(Given.Draft("A new question", solution: $"because {Words(1, 13)}")).ShouldNotBeNull().Detail.ShouldContain("item-2");

    [Fact]
    public void Check_RunOfTwelveWords_Passes() =>
        Gate.Check(Given.Draft($"Tell me: {Words(3, 12)} and why?", solution: Words(9, 12))).ShouldBeNull();

    [Fact]
    public void Check_BrokenRun_Passes() => Gate.Check(Given.Draft($"{Words(1, 7)} but {Words(8, 7)}")).ShouldBeNull();

    [Fact]
    public void Check_ShorterRunsForbidden_DropsShorterRuns()
    {
        var strict = new ContaminationGate(new TextDomain(), [new("item-2", Exam, "6")], words: 3);

        strict.Check(Given.Draft($"x {Words(5, 3)} y")).ShouldNotBeNull();
        strict.Check(Given.Draft($"x {Words(5, 2)} y")).ShouldBeNull();
    }

    private static string Words(int first, int count) => string.Join(' ', Enumerable.Range(first, count).Select(i => $"word{i}"));
}
