using System.Text;
using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class CountLetter() : SkillOf<(char Letter, string Text)>(
    "count-letter",
    "Count how often a letter stands in a word: count a in abcab.",
    ["four or five letters", "six or seven letters", "eight or nine letters"],
    @"count ([a-d]) in ([a-d]{4,9})")
{
    protected override (char Letter, string Text) Draw(Rng rng, int level)
    {
        var length = (2 * level) + 2 + rng.Next(2);
        return ((char)rng.Between('a', 'd'), RandomText(rng, length, 'a', 'd'));
    }

    protected override (char Letter, string Text)? Read(Match match) => (match.Text(1)[0], match.Text(2));

    protected override int LevelOf((char Letter, string Text) content) => content.Text.Length is var length and >= 4 and <= 9 ? (length - 2) / 2 : 0;

    protected override Written Write((char Letter, string Text) content)
    {
        // Beside each letter stands the count so far.
        var steps = new StringBuilder();
        var count = 0;
        foreach (var c in content.Text)
        {
            count += c == content.Letter ? 1 : 0;
            steps.Append(c).Append(count);
        }

        return new($"count {content.Letter} in {content.Text}", $"{steps}", $"{count}", $"{content.Letter} {content.Text}");
    }
}
