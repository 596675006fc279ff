using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics.Procedural;

namespace DataEnvGym.Bench.Gates;

/// <summary>
/// What is really wrong with the drafts of a run, worked out without a look at any gate: the procedural benchmark can solve its own problems, and the
/// offline teacher's rewordings put one word in front.
/// </summary>
/// <param name="domain">Says when two questions are the same.</param>
/// <param name="exam">The examined items.</param>
internal sealed class PlantedTruth(IDomain domain, IEnumerable<Item> exam)
{
    private readonly HashSet<string> examined = [.. exam.Select(item => domain.Canonicalize(item.Prompt))];
    private readonly HashSet<string> good = [];

    /// <summary>The faults of a draft. Drafts come in the order in which they were written.</summary>
    public Planted Of(JudgedDraft judged)
    {
        var prompt = judged.Draft.Prompt;
        var plain = ProceduralMath.Solve(prompt) is null ? prompt[(prompt.IndexOf(": ", StringComparison.Ordinal) + 2)..] : prompt;
        var isReworded = plain.Length < prompt.Length;
        var isWrong = ProceduralMath.Solve(plain)!.Answer != judged.Draft.Answer;
        var isExamined = examined.Contains(domain.Canonicalize(plain));

        // Of a bad draft nothing is kept, so that a good one that asks the same is no repeat.
        var isRepeat = !isWrong && !isExamined ? !good.Add(domain.Canonicalize(prompt)) : good.Contains(domain.Canonicalize(prompt));
        return new(isWrong, isExamined, isRepeat, isReworded, WordsIn(plain));
    }

    /// <summary>Runs of letters and digits in a text.</summary>
    public static int WordsIn(string text) => text.Index().Count(pair => char.IsLetterOrDigit(pair.Item) && (pair.Index == 0 || !char.IsLetterOrDigit(text[pair.Index - 1])));
}

/// <summary>What is wrong with a draft.</summary>
/// <param name="Wrong">Its answer is.</param>
/// <param name="Contaminated">It is an examined question.</param>
/// <param name="Duplicate">An earlier draft, a good one, asks the same in the same words.</param>
/// <param name="Reworded">It says another draft again in other words.</param>
/// <param name="Words">How many words its question has, without one that was put in front.</param>
internal sealed record Planted(bool Wrong, bool Contaminated, bool Duplicate, bool Reworded, int Words);
