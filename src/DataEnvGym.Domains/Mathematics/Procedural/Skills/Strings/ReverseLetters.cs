using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class ReverseLetters() : SkillOf<ReverseLetters.Letters>(
    "reverse-letters",
    "Write letters in reverse order: rev kqmz.",
    ["three letters", "four or five letters", "six or seven letters"],
    @"rev ([a-z]{3,7})")
{
    protected override Letters Draw(Rng rng, int level)
    {
        var length = level switch { 1 => 3, 2 => rng.Between(4, 5), _ => rng.Between(6, 7) };
        return new(RandomText(rng, length, 'a', 'z'));
    }

    protected override Letters? Read(Match match) => new Letters(match.Text(1));

    protected override int LevelOf(Letters content) => content.Text.Length switch { 3 => 1, 4 or 5 => 2, 6 or 7 => 3, _ => 0 };

    protected override Written Write(Letters content) =>
        new($"rev {content.Text}", "", string.Concat(content.Text.Reverse()), content.Text);

    internal readonly record struct Letters(string Text);
}
