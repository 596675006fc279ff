using System.Text.Json;
using DataEnvGym.Core;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains.Procedural;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Offline;

/// <summary>The offline teacher's answers to the requests that it knows. What it cannot read gets a refusal, never an exception.</summary>
internal static class OfflineAnswers
{
    private const int MaxEntries = 1_000;

    /// <summary>Answers the data block in <paramref name="userText"/>.</summary>
    /// <param name="userText">The user's message.</param>
    /// <param name="benchmark">The benchmark that the conversation is about.</param>
    /// <param name="rng">Fixes all choices.</param>
    /// <param name="faults">What is done wrong on purpose.</param>
    public static string To(string userText, ProceduralBenchmark benchmark, Rng rng, TeacherFaults faults)
    {
        var request = DataBlock.Read(userText, out var problem);
        return (problem ?? FindProblem(request)) is { } refusal ? Json(new TeacherRefusal(refusal)) : request switch
        {
            LabelSkillsRequest label => Json(OfflineLabels.Label(label, benchmark, rng, faults)),
            AggregateSkillsRequest aggregate => Json(OfflineLabels.Aggregate(aggregate)),
            AssignItemsRequest assign => Json(OfflineLabels.Assign(assign, rng, faults)),
            ProposeSubskillsRequest propose => Json(Propose(propose)),
            ShareBudgetRequest share => Json(Share(share)),
            SteerTreeRequest steer => Json(Steer(steer)),
            WriteExamplesRequest write => Json(new ExampleWriter(benchmark, rng, faults).Write(write), benchmark),
            SolveItemsRequest solve => Json(OfflineVerdicts.Solve(solve, benchmark, rng, faults)),
            JudgeExamplesRequest judge => Json(OfflineVerdicts.Judge(judge, benchmark, rng, faults)),
            _ => Json(new TeacherRefusal("The request is of no known kind.")),
        };
    }

    private static ProposeSubskillsAnswer Propose(ProposeSubskillsRequest request)
    {
        var existing = request.Existing.Select(SkillName.Normalize).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<string> levels = Topic.Find(request.Skill) is { Level: null } topic ? topic.Skill.LevelNames : [];
        return new ProposeSubskillsAnswer([.. levels.Where(level => !existing.Contains(SkillName.Normalize(level))).Take(request.Count)]);
    }

    // By the share of wrong answers, to the power that the error-proportional policy has by default.
    private static ShareBudgetAnswer Share(ShareBudgetRequest request) => new(
        "Skills get the more, the more the student gets wrong.",
        [.. request.Skills.Select(skill => new SkillShare(
            skill.Skill, Math.Round(Math.Pow(skill.Items > 0 ? Math.Max(0.02, 1 - ((double)skill.Correct / skill.Items)) : 0.5, 1.5), 4)))]);

    // Explores a skill once; then parts get the more, the more is missing in them.
    private static SteerTreeAnswer Steer(SteerTreeRequest request) => new(
        [.. request.Skills.Select(skill => skill.Subskills.Count <= 1
            ? new SkillSteering(skill.Skill, "Its parts are not known yet.", SkillSteering.Explore, Math.Min(3, request.MostSubskills), Math.Min(10, request.MostExamples), [])
            : new SkillSteering(skill.Skill, "More for what is missing most.", SkillSteering.Exploit, 0, 0, [.. skill.Subskills.Select(part => Move(part, request.MostExamples))]))]);

    private static PartDelta Move(PartToSteer part, int most) =>
        new(part.Subskill, part.Items == 0 ? 0 : Math.Clamp((int)Math.Round((30.0 * (part.Items - part.Correct) / part.Items) - part.Allocation), -most, most));

    private static string? FindProblem(TeacherRequest? request) => request switch
    {
        LabelSkillsRequest { Items.Count: > MaxEntries } => $"At most {MaxEntries} items can be labelled at once.",
        LabelSkillsRequest label when label.Items.Any(item => item is null) => "An item is null.",
        AggregateSkillsRequest { Labels.Count: > MaxEntries } => $"At most {MaxEntries} labels can be grouped at once.",
        AggregateSkillsRequest aggregate when aggregate.Labels.Any(label => label is null) => "A label is null.",
        AssignItemsRequest { Items.Count: > MaxEntries } or AssignItemsRequest { Choices.Count: > MaxEntries } =>
            $"At most {MaxEntries} items can be assigned at once, among at most {MaxEntries} choices.",
        AssignItemsRequest assign when assign.Items.Any(item => item is null) || assign.Choices.Any(choice => choice is null) => "An item or a choice is null.",
        ProposeSubskillsRequest { Count: < 1 or > MaxEntries } => $"The count must be 1 to {MaxEntries}.",
        ProposeSubskillsRequest { Existing.Count: > MaxEntries } => $"At most {MaxEntries} existing subskills can be given.",
        ProposeSubskillsRequest propose when propose.Existing.Any(name => name is null) => "An existing subskill is null.",
        SteerTreeRequest { Skills.Count: < 1 or > MaxEntries } => $"1 to {MaxEntries} skills can be decided on.",
        SteerTreeRequest { MostSubskills: < 1 } or SteerTreeRequest { MostExamples: < 1 } => "A limit is below 1.",
        SteerTreeRequest steer when steer.Skills.Any(skill => skill is null || skill.Subskills.Any(part => part is null || part.Items < 0 || part.Correct < 0 || part.Correct > part.Items)) =>
            "A skill or subskill is null, or its counts are impossible.",
        ShareBudgetRequest { Skills.Count: < 1 or > MaxEntries } => $"1 to {MaxEntries} skills can share a budget.",
        ShareBudgetRequest share when share.Skills.Any(skill => skill is null || skill.Items < 0 || skill.Correct < 0 || skill.Correct > skill.Items) =>
            "A skill is null, or its counts are impossible.",
        SolveItemsRequest { Items.Count: > MaxEntries } or JudgeExamplesRequest { Examples.Count: > MaxEntries } => $"At most {MaxEntries} examples can be verified at once.",
        SolveItemsRequest solve when solve.Items.Any(item => item is null) => "An item is null.",
        JudgeExamplesRequest judge when judge.Examples.Any(example => example is null) => "An example is null.",
        WriteExamplesRequest { Count: < 1 or > MaxEntries } => $"The count must be 1 to {MaxEntries}.",
        WriteExamplesRequest { Errors.Count: > MaxEntries } => $"At most {MaxEntries} errors can be shown.",
        WriteExamplesRequest write when write.Errors.Any(error => error is null) => "An error is null.",
        WriteExamplesRequest { Seeds.Count: > MaxEntries } => $"At most {MaxEntries} seeds can be shown.",
        WriteExamplesRequest { Seeds: { } seeds } when seeds.Any(seed => seed is null) => "A seed is null.",
        _ => null,
    };

    private static string Json(TeacherRefusal refusal) => JsonSerializer.Serialize(refusal, TeacherJson.Readable.TeacherRefusal);

    private static string Json(LabelSkillsAnswer answer) => JsonSerializer.Serialize(answer, TeacherJson.Readable.LabelSkillsAnswer);

    private static string Json(AggregateSkillsAnswer answer) => JsonSerializer.Serialize(answer, TeacherJson.Readable.AggregateSkillsAnswer);

    private static string Json(ProposeSubskillsAnswer answer) => JsonSerializer.Serialize(answer, TeacherJson.Readable.ProposeSubskillsAnswer);

    private static string Json(SteerTreeAnswer answer) => JsonSerializer.Serialize(answer, TeacherJson.Readable.SteerTreeAnswer);

    private static string Json(ShareBudgetAnswer answer) => JsonSerializer.Serialize(answer, TeacherJson.Readable.ShareBudgetAnswer);

    private static string Json(WriteExamplesAnswer answer, ProceduralBenchmark benchmark) => benchmark.Prompts.CheckRules is null
        ? JsonSerializer.Serialize(answer, TeacherJson.Readable.WriteExamplesAnswer)
        : JsonSerializer.Serialize(WriteCheckedExamplesAnswer.Of(answer), TeacherJson.Readable.WriteCheckedExamplesAnswer);

    private static string Json(SolveItemsAnswer answer) => JsonSerializer.Serialize(answer, TeacherJson.Readable.SolveItemsAnswer);

    private static string Json(JudgeExamplesAnswer answer) => JsonSerializer.Serialize(answer, TeacherJson.Readable.JudgeExamplesAnswer);
}
