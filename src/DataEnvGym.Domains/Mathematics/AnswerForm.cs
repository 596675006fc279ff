using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Domains.Mathematics.Grading;
using DataEnvGym.Domains.Mathematics.Grading.Extraction;
using DataEnvGym.Domains.Mathematics.Grading.Parity;

namespace DataEnvGym.Domains.Mathematics;

/// <summary>A grader of math, with the form in which the student is taught to give its answer, so that the grader finds it.</summary>
/// <param name="Grader">The grader.</param>
/// <param name="Write">Joins a solution, which may be empty, and an answer.</param>
/// <param name="Split">Parts them again; nothing if a text has no answer in this form.</param>
internal sealed record AnswerForm(IGrader Grader, Func<string, string, string> Write, Func<string, (string Solution, string Answer)?> Split)
{
    private const string BeforeBox = "Final Answer: The final answer is $\\boxed";

    private static readonly Dictionary<string, AnswerForm> Forms = new(StringComparer.Ordinal)
    {
        ["final-answer"] = new(FinalAnswerGrader.Instance, (solution, answer) => $"{solution}#{answer}", SplitAtSign),
        ["math"] = new(MathGrader.Instance, Boxed, SplitAtBox),
        ["parity"] = new(ParityGrader.Instance, Boxed, SplitAtBox),
    };

    /// <summary>The form of the procedural benchmark and of GSM8K.</summary>
    public static AnswerForm FinalAnswer { get; } = Forms["final-answer"];

    /// <summary>The form that a spec asks for.</summary>
    /// <param name="name">The spec's grader; may be missing.</param>
    /// <param name="usual">The grader of a spec that names none.</param>
    /// <exception cref="PermanentException">There is no such grader.</exception>
    public static AnswerForm Of(string? name, string usual) => Forms.GetValueOrDefault(name ?? usual)
        ?? throw new PermanentException($"The task's grader is \"{name}\", and there is no such grader; use one of {string.Join(", ", Forms.Keys)}.");

    // The last line is that of Minerva and of the original.
    private static string Boxed(string solution, string answer) => $"{(solution.Length == 0 ? "" : $"{solution}\n")}{BeforeBox}{{{answer}}}$.";

    private static (string Solution, string Answer)? SplitAtSign(string text) =>
        FinalAnswerGrader.Extract(text) is { } answer ? (text[..text.LastIndexOf('#')].TrimEnd().TrimEnd('#').TrimEnd(), answer) : null;

    // A solution may have its box in the middle of a sentence, and is kept whole then.
    private static (string Solution, string Answer)? SplitAtBox(string text) => Boxes.Find(text) is [.., var box]
        ? ((text.LastIndexOf(BeforeBox, StringComparison.Ordinal) is var own and >= 0 && own < box.End ? text[..own] : text).Trim(), box.Content.Trim())
        : null;
}
