using DataEnvGym.Domains.Mathematics.Grading;

namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Many spellings of answers, family by family, and near misses; <c>variants.tsv</c> holds family, 1 or 0 for equal, gold text and response.</summary>
public sealed class VariantTests
{
    public static IEnumerable<object[]> Families() => Cases().Select(line => line[0]).Distinct().Select(family => new object[] { family });

    [Theory]
    [MemberData(nameof(Families))]
    public void Compare_Variants_AreToldFromNearMissesInBothDirections(string family)
    {
        var wrong = new List<string>();
        foreach (var line in Cases().Where(line => line[0] == family))
        {
            var (expected, gold, response) = (line[1] == "1", Text(line[2]), Text(line[3]));
            if (MathAnswers.Compare(gold, response) is var found && found.Equal != expected)
            {
                wrong.Add($"{gold} | {response}: {found}");
            }

            if (MathAnswers.Compare(response, gold).Equal != found.Equal)
            {
                wrong.Add($"{gold} | {response}: not symmetric");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static string Text(string field) => field.Replace("\\NL", "\n");

    private static IEnumerable<string[]> Cases()
    {
        using var stream = typeof(VariantTests).Assembly.GetManifestResourceStream("variants.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
    }
}
