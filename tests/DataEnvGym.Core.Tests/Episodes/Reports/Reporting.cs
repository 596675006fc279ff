using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Tests.Episodes.Reports;

/// <summary>An episode of two iterations with the skills <c>sub</c> (weak) and <c>add</c> (strong), of which the first iteration is the best.</summary>
internal static class Reporting
{
    public static readonly SkillStanding[] Standings = [new("add", 5, 5), new("sub", 5, 0)];

    public static EpisodeState State(params int[] select) => Given.State(Given.Spec with { Seed = 9 }, 5) with
    {
        BaseExams = Given.Exams(5, probe: 4, Standings),
        Iterations = [.. select.Select((score, i) => Given.Iteration(i + 1, score, examples: 10 * (i + 1)) with
        {
            Ordered = 40, Dropped = new Dictionary<string, int> { ["duplicate"] = 2, ["empty"] = 1 },
        })],
        Spend = new(3, 1000, 500, 0.25m),
        Seconds = new() { Train = 12, Examine = 3 },
    };

    public static IReadOnlyList<CallRecord> Calls { get; } =
    [
        Call(TeacherRole.Labeller, 0, null, 100, 50, 0.05m) with { CachedTokens = 60 },
        Call(TeacherRole.Writer, 1, "sub", 400, 200, 0.1m),
        Call(TeacherRole.Writer, 2, "add", 500, 250, 0.1m),
    ];

    private static CallRecord Call(TeacherRole role, int iteration, string? skill, long input, long output, decimal money) => new()
    {
        Request = $"request-{iteration}", Role = role, Teacher = "offline/1", Agent = "teacher/uniform", Iteration = iteration, Skill = skill, InputTokens = input, OutputTokens = output,
        Money = money, End = CallEnd.Answered, Temperature = 1, MaxTokens = 4096, Seed = 5, StructuredOutput = StructuredOutput.Schema,
    };

    // Four items of each skill on the sealed split: "sub" goes from none to all, "add" from all to three.
    public static ReportAnswers Answers { get; } = new(
        Given.Answers("+++++-----"),
        Given.Answers("+++++++++-"),
        [.. Given.Answers("----", "sub", "s"), .. Given.Answers("++++", "add", "a")],
        [.. Given.Answers("++++", "sub", "s"), .. Given.Answers("+++-", "add", "a")]);

    public static EpisodeReport Report { get; } = ReportBuilder.Build(State(9, 8), StopReason.Iterations, Answers, calls: Calls);

    public static IReadOnlyList<GradedAnswer> WithoutSkills(IReadOnlyList<GradedAnswer> answers) => [.. answers.Select(answer => answer with { Skill = null })];
}
