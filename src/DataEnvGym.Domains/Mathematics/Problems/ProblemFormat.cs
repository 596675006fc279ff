using System.Text.RegularExpressions;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics.Grading.Extraction;
using DataEnvGym.Domains.Mathematics.Gsm8k;

namespace DataEnvGym.Domains.Mathematics.Problems;

/// <summary>How a task's rows become items.</summary>
/// <param name="Task">The task's name.</param>
/// <param name="Prompt">The usual name of the field with the question.</param>
/// <param name="Skills">The usual names of the field with the skill; the first that a row has counts.</param>
internal sealed partial record ProblemFormat(string Task, string Prompt, params IReadOnlyList<string> Skills)
{
    /// <summary>MATH (Hendrycks et al. 2021) as published, and MATH-500 (Lightman et al. 2023).</summary>
    public static ProblemFormat Math { get; } = new("math", "problem", "type", "subject");

    /// <summary>Questions and answers of one's own.</summary>
    public static ProblemFormat Own { get; } = new("math-jsonl", "question", "skill");

    /// <summary>The item of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="names">Other names of the fields; a field that is named there must not be missing.</param>
    /// <exception cref="TaskDataException">The row lacks a question or an answer, or its level is none; names the field and the remedy.</exception>
    public Item ToItem(Row row, TaskFields names)
    {
        var prompt = row[names.Prompt ?? Prompt] ?? throw Missing(row, names.Prompt ?? Prompt, "prompt");
        var solution = Optional(row, names.Solution, "solution", "solution");
        var (answer, worked) = Answer(row, names, solution);
        return new($"{Task}/{row.Id}", prompt, answer)
        {
            Solution = worked,
            Skill = Optional(row, names.Skill, "skill", [.. Skills]),
            Level = Optional(row, names.Level, "level", "level") is { } level ? LevelOf(level, row, names.Level ?? "level") : null,
        };
    }

    // An answer in the form of GSM8K is a solution with the answer at its end.
    private static (string Answer, string? Solution) Answer(Row row, TaskFields names, string? solution)
    {
        if (row[names.Answer ?? "answer"] is { } answer)
        {
            return solution is null && Gsm8kLoader.Split(answer) is { } parts ? (parts.Final, parts.Solution) : (answer, solution);
        }

        return names.Answer is null && solution is not null && Boxes.Find(solution) is [.., var box] ? (box.Content.Trim(), solution)
            : throw row.Malformed($"has no text in \"{names.Answer ?? "answer"}\"{(names.Answer is null ? " and no \\boxed{…} in its solution" : "")}; "
                + "write the answer there, or name its field in \"task.fields.answer\"");
    }

    private static string? Optional(Row row, string? name, string role, params string[] usual) => name is null
        ? usual.Select(field => row[field]).FirstOrDefault(text => text is not null)
        : row[name] ?? throw Missing(row, name, role);

    private static TaskDataException Missing(Row row, string field, string role) => row.Malformed(
        $"has no text in \"{field}\"; its fields are {string.Join(", ", row.Fields.Keys.Order(StringComparer.Ordinal).Take(20).Select(name => $"\"{name}\""))}; name the right one in \"task.fields.{role}\"");

    // MATH has problems of "Level ?".
    private static int? LevelOf(string level, Row row, string field) =>
        Level().Match(level) is not { Success: true } match ? throw row.Malformed($"has \"{level}\" in \"{field}\", which is no level; write a whole number from 0 to 999, such as 3 or \"Level 3\"")
        : match.Groups["number"].Success ? int.Parse(match.Groups["number"].ValueSpan) : null;

    [GeneratedRegex(@"\A(?:level\s*)?(?:(?<number>[0-9]{1,3})|\?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Level();
}
