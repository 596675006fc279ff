using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Code.Testing;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Code.Procedural;

/// <summary>A skill whose problems are functions of a few forms.</summary>
internal sealed class CodeSkill(string name, string description, params CodeLevel[] levels)
    : SkillOf<CodeSkill.Content>(name, description, [.. levels.Select(level => level.Name)], @"f\(([nsaw])\): (.{3,54})")
{
    private const double Seconds = 2;

    protected override Content Draw(Rng rng, int level)
    {
        var form = rng.Pick(levels[level - 1].Forms);
        return new(level, form, form.Draw(rng));
    }

    protected override Content? Read(Match match)
    {
        for (var level = 1; level <= Levels; level++)
        {
            foreach (var form in levels[level - 1].Forms.Where(form => form.Parameter == match.Groups[1].Value))
            {
                if (form.Read(match.Groups[2].Value) is { } constants)
                {
                    return new(level, form, constants);
                }
            }
        }

        return null;
    }

    protected override int LevelOf(Content content) => content.Form.Allows(content.Constants) ? content.Level : 0;

    protected override Written Write(Content content)
    {
        var (_, form, constants) = content;
        var (prompt, code) = (form.Prompt(constants), form.Code(constants));

        // The calls follow from the function alone, so that its tests are the same wherever it turns up.
        var calls = form.Calls(constants, Rng.For(1, ProceduralCode.Name, "calls", code));
        var tests = new CodeTests(calls) { Entry = "f", Starter = $"def f({form.Parameter}): return ", Seconds = Seconds };
        return new(prompt, "", code, code, tests.Write());
    }

    internal readonly record struct Content(int Level, CodeForm Form, Constants Constants);
}

/// <summary>A level of a skill.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Forms">Its kinds of function.</param>
internal sealed record CodeLevel(string Name, params CodeForm[] Forms);
