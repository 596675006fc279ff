using System.Text.Json;
using DataEnvGym.Core;
using DataEnvGym.Domains.Mathematics.Grading;

namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>On published cases: those of Math-Verify, and the gold answers of GSM8K.</summary>
public sealed class PublishedCaseTests
{
    [SkippableFact]
    public void Compare_MathVerifyCases_AgreesOnNinetyNinePercentWithoutAFalsePositive()
    {
        var cases = File.ReadLines(SharedData.PathOf("math-verify", "cases.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var (agreed, falsePositives) = (0, new List<string>());
        foreach (var item in cases)
        {
            var (gold, prediction, expected) = (item.GetProperty("gold").GetString()!, item.GetProperty("pred").GetString()!, item.GetProperty("expected").GetBoolean());
            var equal = MathAnswers.Compare(gold, prediction).Equal;
            agreed += equal == expected ? 1 : 0;
            if (equal && !expected)
            {
                falsePositives.Add($"{gold} | {prediction}");
            }
        }

        falsePositives.ShouldBeEmpty();
        ((double)agreed / cases.Count).ShouldBeGreaterThan(0.99);
    }

    [SkippableTheory]
    [InlineData("train.jsonl")]
    [InlineData("test.jsonl")]
    public void Compare_Gsm8kGolds_EqualThemselvesAndTheirNumberAndNoOther(string file)
    {
        var golds = File.ReadLines(SharedData.PathOf("gsm8k", file)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("answer").GetString()!).ToList();
        var rng = Rng.For(5, "gsm8k-pairs");
        foreach (var gold in golds)
        {
            var number = Number(gold);
            Answers.ShouldBeEqual(gold, gold);
            Answers.ShouldBeEqual(gold, number);
            Answers.ShouldBeEqual(gold, $"So the answer is ${number}.");
            for (var i = 0; i < 3; i++)
            {
                var other = rng.Pick(golds);
                MathAnswers.Compare(gold, other).Equal.ShouldBe(decimal.Parse(number) == decimal.Parse(Number(other)), $"{number} | {Number(other)}");
            }
        }
    }

    private static string Number(string gold) => gold[(gold.LastIndexOf("####", StringComparison.Ordinal) + 4)..].Trim();
}
