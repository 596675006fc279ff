namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Words, choices, ratios, times.</summary>
public sealed class WordAnswerTests
{
    [Theory]
    [InlineData(@"\text{Tuesday}", @"tuesday")]
    [InlineData(@"Evelyn", @"$\text{Evelyn}$")]
    [InlineData(@"(C)", @"C")]
    [InlineData(@"\textbf{(C)}", @"The answer is (C).")]
    [InlineData(@"C", @"(C) 42")]
    [InlineData(@"yes", @"Yes")]
    [InlineData(@"\text{no solution}", @"No solution")]
    [InlineData(@"even", @"\text{even}")]
    [InlineData(@"All real numbers", @"$(-\infty,\infty)$")]
    [InlineData(@"12:00", @"12:00")]
    [InlineData(@"1:2", @"2:4")]
    [InlineData(@"3:5", @"\frac{3}{5}")]
    [InlineData(@"\text{A, C}", @"A,C")]
    [InlineData(@"$AB:CD=2:3$", @"2:3")]
    [InlineData(@"$x:y=1:2$", @"$1:2$")]
    [InlineData(@"$\text{A}$", @"A.")]
    [InlineData(@"\text{Yes}", @"yes")]
    [InlineData(@"$\text{increasing}$", @"Increasing")]
    [InlineData(@"neither", @"\boxed{\text{neither}}")]
    [InlineData(@"True", @"true")]
    [InlineData(@"1:30", @"1:30")]
    [InlineData(@"May 1, 2023", @"1 May 2023")]
    [InlineData(@"May 1, 2023", @"2023-05-01")]
    [InlineData(@"May 1, 2023", @"She was born on May 1st, 2023.")]
    [InlineData(@"Dec. 24", @"the 24th of December")]
    [InlineData(@"$10:30$ AM", @"10:30 a.m.")]
    [InlineData(@"10:30 AM", @"10:30 am")]
    [InlineData(@"10:30", @"10:30 am")]
    [InlineData(@"B", @"The correct option is B.")]
    [InlineData(@"B", @"The correct choice is (B)")]
    [InlineData(@"B", @"The answer is option (B).")]
    [InlineData(@"Stop!", @"stop")]
    [InlineData(@"Twenty-One", @"twenty-one")]
    [InlineData(@"{even}", @"even")]
    public void Compare_SameAnswer_IsEqualEitherWay(string gold, string prediction)
    {
        Answers.ShouldBeEqual(gold, prediction);
        Answers.ShouldBeEqual(prediction, gold);
    }

    [Theory]
    [InlineData(@"C", @"D")]
    [InlineData(@"yes", @"no")]
    [InlineData(@"\text{odd}", @"\text{even}")]
    [InlineData(@"on", @"no")]
    [InlineData(@"2:30", @"1:15")]
    [InlineData(@"\text{ellipse}", @"an ellipse")]
    [InlineData(@"\text{north}", @"\text{south}")]
    [InlineData(@"$7:30$", @"$7:45$")]
    [InlineData(@"12", @"twelve")]
    [InlineData(@"1/30", @"10:30")]
    [InlineData(@"$\frac13$", @"10:30")]
    [InlineData(@"May 1, 2023", @"May 2, 2023")]
    [InlineData(@"May 1, 2023", @"June 1, 2023")]
    [InlineData(@"May 1, 2023", @"May 1, 2024")]
    [InlineData(@"May 1, 2023", @"2023")]
    [InlineData(@"June 20", @"July 20")]
    [InlineData(@"2023-05-01", @"2023-01-05")]
    [InlineData(@"$10:30$ AM", @"$10:30$ PM")]
    [InlineData(@"10:30 a.m.", @"10:30 p.m.")]
    [InlineData(@"10:30 am", @"5:15 am")]
    [InlineData(@"Option A", @"Option B")]
    public void Compare_OtherAnswer_IsUnequalEitherWay(string gold, string prediction)
    {
        Answers.ShouldDiffer(gold, prediction);
        Answers.ShouldDiffer(prediction, gold);
    }
}
