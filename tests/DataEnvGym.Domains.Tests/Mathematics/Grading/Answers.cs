using DataEnvGym.Domains.Mathematics.Grading;

namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Says of a comparison that surprised what was found and why.</summary>
internal static class Answers
{
    public static void ShouldBeEqual(string gold, string prediction) => Compare(gold, prediction, expected: true);

    public static void ShouldDiffer(string gold, string prediction) => Compare(gold, prediction, expected: false);

    private static void Compare(string gold, string prediction, bool expected)
    {
        var found = MathAnswers.Compare(gold, prediction);
        found.Equal.ShouldBe(expected, $"{gold} | {prediction}: {found}");
    }
}
