using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class WordProblem() : SkillOf<WordProblem.Story>(
    "word-problem",
    "Solve a short story about things bought or given away: Sam has 6 bags of 7 nuts, gives 15. Left?",
    ["buying more", "giving away", "bags of things, then buying or giving"],
    @"([A-Z][a-z]{2}) has (?:([0-9]) bags of ([0-9])|([0-9]{2})) ([a-z]{4}), (buys|gives) ([0-9]{2})\. (?:Total|Left)\?")
{
    private static readonly string[] Names = ["Tom", "Ann", "Sam", "Eva", "Max", "Lea", "Ben", "Mia", "Ida", "Leo", "Zoe", "Kim"];
    private static readonly string[] Things = ["pens", "cups", "eggs", "nuts", "keys", "figs", "hats", "toys", "caps", "bows", "jars", "tins"];

    protected override Story Draw(Rng rng, int level)
    {
        var (name, thing) = (rng.Pick(Names), rng.Pick(Things));
        var gives = level == 2 || (level == 3 && rng.Next(2) == 0);
        return level == 3
            ? new Story(name, thing, rng.Between(2, 9), rng.Between(2, 9), gives, rng.Between(10, 59))
            : new Story(name, thing, 1, rng.Between(20, 99), gives, rng.Between(10, 89));
    }

    protected override Story? Read(Match match)
    {
        var bags = match.Groups[2].Success;
        var story = new Story(
            match.Text(1), match.Text(5), bags ? match.Number(2) : 1, match.Number(bags ? 3 : 4), match.Text(6) == "gives", match.Number(7));
        return Names.Contains(story.Name) && Things.Contains(story.Thing) ? story : null;
    }

    protected override int LevelOf(Story content)
    {
        if (content.Change < 10 || content.Bags < 1 || content.Each < (content.Bags == 1 ? 10 : 2) || (content.Gives && content.Start <= content.Change))
        {
            return 0;
        }

        return content.Bags > 1 ? 3 : content.Gives ? 2 : 1;
    }

    protected override Written Write(Story content)
    {
        var (name, thing, bags, each, gives, change) = content;
        var (start, sign) = (content.Start, gives ? '-' : '+');
        var (few, many) = Ordered(bags, each);
        var (low, high) = Ordered(start, change);
        return new(
            $"{name} has {(bags > 1 ? $"{bags} bags of {each}" : $"{each}")} {thing}, {(gives ? $"gives {change}. Left?" : $"buys {change}. Total?")}",
            Steps(bags > 1 ? $"{bags}*{each}={start}" : "", gives ? Columns.Subtract(start, change) : Columns.Add(start, change)),
            $"{(gives ? start - change : start + change)}",
            // Names and things are decoration: the numbers make the problem.
            bags > 1 ? $"{few}*{many}{sign}{change}" : gives ? $"{start}-{change}" : $"{low}+{high}");
    }

    /// <summary>Someone has some things (bags times each; one bag means loose things), and buys or gives away a number of them.</summary>
    internal readonly record struct Story(string Name, string Thing, int Bags, int Each, bool Gives, int Change)
    {
        public int Start => Bags * Each;
    }
}
