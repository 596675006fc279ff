using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Tests;

/// <summary>Small hand-made values that tests start from.</summary>
internal static class Given
{
    public static EpisodeSpec Spec { get; } = new() { Stop = new() { Iterations = 3 } };

    public static ArtifactRef Artifact(string name, int count = 1) => new(name, 1, count, $"sha-{name}");

    public static CheckpointRef Checkpoint(int iteration) => new("embedded", Artifact($"checkpoint-{iteration}"), null);

    public static Exam Exam(Split split, int correct, int items = 10, IReadOnlyList<SkillStanding>? skills = null) =>
        new("sha", split, "greedy", "final-answer/1", Artifact($"{split}.jsonl"), items, correct, skills ?? []);

    public static ExamPair Exams(int select, int probe = 0, IReadOnlyList<SkillStanding>? skills = null) =>
        new(Exam(Split.Probe, probe), Exam(Split.Select, select, skills: skills));

    public static EpisodeState State(EpisodeSpec? spec = null, int select = 0, params IterationRecord[] iterations) => new("episode-1", spec ?? Spec)
    {
        StartedAt = DateTimeOffset.UnixEpoch,
        Base = Checkpoint(0),
        BaseExams = Exams(select),
        Iterations = iterations,
    };

    public static IterationRecord Iteration(int number, int select = 0, int examples = 5, TrainingSummary? training = null) => new(
        number, Ordered: 8, Artifact($"examples-{number}", examples), new Dictionary<string, int>(), Malformed: 0, AllowanceReached: false,
        Artifact("observation"), Artifact("plan"), training, Checkpoint(number), Exams(select), default, new());

    public static TrainingSummary Training(double seconds, int steps = 10) => new(Artifact("training"), steps, PlannedSteps: 10, Tokens: 1, seconds, Loss: 1);

    public static Spend Tokens(long tokens, decimal money = 0) => new(1, tokens, 0, money);

    public static Draft Draft(string prompt, string solution = "", string answer = "4", string order = "order-001") =>
        new(order, null, prompt, solution, answer, new("writer", null, "request", [], 1));

    public static GradedAnswer Answer(string item, bool right, string? skill = null) =>
        new(item, "text", right ? Verdict.Correct : Verdict.Wrong, right ? 1 : 0, null) { Skill = skill };

    /// <summary>Answers named 0, 1, 2 …: <c>+</c> for a right one, <c>-</c> for a wrong one.</summary>
    public static List<GradedAnswer> Answers(string pattern, string? skill = null, string prefix = "") =>
        [.. pattern.Select((mark, i) => Answer($"{prefix}{i}", mark == '+', skill))];
}
