using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class Mean() : SkillOf<Mean.Numbers>(
    "mean",
    "Find the mean of two or three two-digit numbers: mean 34 41 48.",
    ["two numbers", "three numbers, sum below 150", "three numbers, sum from 150"],
    @"mean ([0-9]{2}) ([0-9]{2})(?: ([0-9]{2}))?")
{
    protected override Numbers Draw(Rng rng, int level) => level switch
    {
        1 => new(rng.Between(10, 99), rng.Between(10, 99), null),
        2 => new(rng.Between(10, 70), rng.Between(10, 70), rng.Between(10, 70)),
        _ => new(rng.Between(30, 99), rng.Between(30, 99), rng.Between(30, 99)),
    };

    protected override Numbers? Read(Match match) =>
        new Numbers(match.Number(1), match.Number(2), match.Groups[3].Success ? match.Number(3) : null);

    protected override int LevelOf(Numbers content)
    {
        if (content.A < 10 || content.B < 10 || content.C < 10 || content.Sum % content.Count != 0)
        {
            return 0;
        }

        return content.C is null ? 1 : content.Sum < 150 ? 2 : 3;
    }

    protected override Written Write(Numbers content)
    {
        var (a, b, c) = content;
        return new(
            $"mean {content}",
            Steps(Columns.Add(a, b), c is { } third ? Columns.Add(a + b, third) : "", Columns.Divide(content.Sum, content.Count)),
            $"{content.Sum / content.Count}",
            string.Join(' ', $"{content}".Split(' ').Order(StringComparer.Ordinal)));
    }

    internal readonly record struct Numbers(int A, int B, int? C)
    {
        public int Sum => A + B + (C ?? 0);

        public int Count => C is null ? 2 : 3;

        public override string ToString() => C is null ? $"{A} {B}" : $"{A} {B} {C}";
    }
}
