using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics.Grading.Extraction;
using DataEnvGym.Domains.Mathematics.Gsm8k;

namespace DataEnvGym.Domains.Mathematics.Problems;

/// <summary>How a task's rows become items.</summary>
/// <param name="Task">The task's name.</param>
/// <param name="Prompt">The usual name of the field with the question.</param>
/// <param name="Skills">The usual names of the field with the skill; the first that a row has counts.</param>
internal sealed record ProblemFormat(string Task, string Prompt, params IReadOnlyList<string> Skills)
{
    /// <summary>MATH (Hendrycks et al. 2021) as published, and MATH-500 (Lightman et al. 2023).</summary>
    public static ProblemFormat Math { get; } = new("math", "problem", "type", "subject");

    /// <summary>Questions and answers of one's own.</summary>
    public static ProblemFormat Own { get; } = new("math-jsonl", "question", "skill");

    /// <summary>The item of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="names">Other names of the fields; a field that is named there must not be missing.</param>
    /// <exception cref="TaskDataException">The row lacks a question or an answer, or its level is none; names the place, the field and the remedy.</exception>
    public Item ToItem(Row row, TaskFields names)
    {
        try
        {
            return ToItem(row.Id, row.Fields, names);
        }
        catch (FormatException error)
        {
            throw new TaskDataException($"{row.Where}, {error.Message}.", error);
        }
    }

    private Item ToItem(string id, FieldTexts fields, TaskFields names)
    {
        var prompt = fields.Need(names.Prompt, "prompt", Prompt);
        var (answer, worked) = Answer(fields, names, fields.Find(names.Solution, "solution", "solution")?.Trim());
        return new($"{Task}/{id}", prompt.Trim(), answer)
        {
            Solution = worked,
            Skill = fields.Find(names.Skill, "skill", Skills)?.Trim(),
            Level = fields.Level(names.Level),
        };
    }

    // An answer in the form of GSM8K is a solution with the answer at its end.
    private static (string Answer, string? Solution) Answer(FieldTexts fields, TaskFields names, string? solution)
    {
        if (fields[names.Answer ?? "answer"]?.Trim() is { } answer)
        {
            return solution is null && Gsm8kLoader.Split(answer) is { } parts ? (parts.Final, parts.Solution) : (answer, solution);
        }

        return names.Answer is null && solution is not null && Boxes.Find(solution) is [.., var box] ? (box.Content.Trim(), solution)
            : throw fields.Missing(names.Answer ?? "answer", "answer", names.Answer is null ? " and no \\boxed{…} in its solution" : "");
    }
}
