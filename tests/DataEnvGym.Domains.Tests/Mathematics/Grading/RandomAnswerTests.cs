using DataEnvGym.Core;
using DataEnvGym.Domains.Mathematics.Grading;

namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Properties that hold for all answers, on random ones.</summary>
public sealed class RandomAnswerTests
{
    private const int Count = 250;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Compare_FormulaWrittenAnew_IsEqualAndWithAnotherNumberIsNot(bool variables)
    {
        var unequal = 0;
        for (var i = 0; i < Count; i++)
        {
            var rng = Rng.For(11, "formula", $"{variables}", $"{i}");
            var formula = RandomFormula.Draw(rng, 3, variables);
            if (!double.IsFinite(formula.Value) || Math.Abs(formula.Value) > 1e9)
            {
                continue;
            }

            var text = InText(formula.Write(rng), rng);
            Answers.ShouldBeEqual(text, text);
            Answers.ShouldBeEqual(text, InText(formula.Write(rng), rng));
            if (formula.Change(rng) is { } changed && double.IsFinite(changed.Value) && Math.Abs(changed.Value - formula.Value) > 1e-6 * Math.Abs(formula.Value))
            {
                var other = InText(changed.Write(rng), rng);
                Answers.ShouldDiffer(text, other);
                Answers.ShouldDiffer(other, text);
                unequal++;
            }
        }

        unequal.ShouldBeGreaterThan(Count / 3);
    }

    [Fact]
    public void Compare_SetShuffled_IsEqualAndTupleIsNot()
    {
        for (var i = 0; i < Count; i++)
        {
            var rng = Rng.For(12, "set", $"{i}");
            var items = Enumerable.Range(0, rng.Between(2, 6)).Select(n => n * 7 + rng.Next(7)).ToArray();
            var shuffled = items.ToArray();
            rng.Shuffle(shuffled.AsSpan());
            Answers.ShouldBeEqual($"$\\{{{string.Join(", ", items)}\\}}$", $"The answers are {string.Join(" and ", shuffled.Select(item => $"${item}$"))}.");
            var same = items.SequenceEqual(shuffled);
            MathAnswers.Compare($"$({string.Join(", ", items)})$", $"\\boxed{{({string.Join(",", shuffled)})}}").Equal.ShouldBe(same);
            shuffled[0] += 50;
            Answers.ShouldDiffer($"$\\{{{string.Join(", ", items)}\\}}$", $"$\\{{{string.Join(", ", shuffled)}\\}}$");
        }
    }

    [Fact]
    public void Compare_FractionAsDecimal_IsEqualExactlyWhenRoundedRight()
    {
        for (var i = 0; i < Count; i++)
        {
            var rng = Rng.For(13, "decimal", $"{i}");
            var (top, bottom) = (rng.Between(1, 500), rng.Pick([3, 7, 9, 11, 13, 21]));
            if (top % bottom == 0)
            {
                continue;
            }

            var decimals = rng.Between(2, 6);
            var value = Math.Round((decimal)top / bottom, decimals);
            if (value < 0.1m)
            {
                continue;
            }

            Answers.ShouldBeEqual($"\\frac{{{top}}}{{{bottom}}}", value.ToString($"F{decimals}"));
            var step = 1m / (decimal)Math.Pow(10, decimals);
            Answers.ShouldDiffer($"\\frac{{{top}}}{{{bottom}}}", (value + step).ToString($"F{decimals}"));
            Answers.ShouldDiffer($"\\frac{{{top}}}{{{bottom}}}", (value - step).ToString($"F{decimals}"));
        }
    }

    [Fact]
    public void Compare_IntervalsWithOtherEnds_AreEqualOnlyAsTheSameSet()
    {
        for (var i = 0; i < Count; i++)
        {
            var rng = Rng.For(14, "interval", $"{i}");
            var (low, high) = (rng.Between(-20, 0), rng.Between(1, 20));
            var (closedLow, closedHigh) = (rng.Next(2) == 0, rng.Next(2) == 0);
            var interval = $"{(closedLow ? '[' : '(')}{low}, {high}{(closedHigh ? ']' : ')')}";
            var inequality = $"$ {low} {(closedLow ? "\\le" : "<")} x {(closedHigh ? "\\leq" : "<")} {high} $";
            Answers.ShouldBeEqual($"${interval}$", inequality);
            Answers.ShouldBeEqual(inequality, $"$x \\in {interval}$");
            Answers.ShouldDiffer(inequality, $"$ {low} {(closedLow ? "<" : "\\le")} x {(closedHigh ? "\\leq" : "<")} {high} $");
            Answers.ShouldDiffer(inequality, $"$ {low} {(closedLow ? "\\le" : "<")} x {(closedHigh ? "\\leq" : "<")} {high + 1} $");
        }
    }

    private static string InText(string formula, Rng rng) => rng.Next(5) switch
    {
        0 => $"${formula}$",
        1 => $"\\boxed{{{formula}}}",
        2 => $"We find that \\({formula}\\).",
        3 => $"First $q+1$. The final answer is ${formula}$. I hope it is correct.",
        _ => $"\\[ {formula} \\]",
    };
}
