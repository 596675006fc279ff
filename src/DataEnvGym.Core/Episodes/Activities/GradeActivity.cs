using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Grades a checkpoint's responses: the one way in which a student is ever examined.</summary>
public sealed class GradeActivity(EpisodeServices services) : IActivity<GradeInput, Exam>
{
    /// <inheritdoc/>
    public async Task<Exam> RunAsync(GradeInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var task = services.OpenTask(input.Task);
        var items = await task.LoadAsync(input.Split, cancellationToken);
        var responses = await services.Artifacts.ReadLinesAsync(input.Responses, CoreJson.Default.Response, cancellationToken);
        if (responses.Count != items.Count)
        {
            throw new PermanentException($"{input.Responses.Name} holds {responses.Count} responses to {items.Count} prompts; the worker that wrote it is broken.");
        }

        var answers = await JudgeAsync(task.Grader, [.. items.Zip(responses, (item, response) => new ItemResponse(item, response.Text))], cancellationToken);
        var stored = await services.Artifacts.WriteLinesAsync(input.OutputName, answers, CoreJson.Default.GradedAnswer, cancellationToken);
        return new(
            input.Checkpoint.Weights.Sha256, input.Split, task.Protocol, task.Grader.Name, stored,
            answers.Count, answers.Count(answer => answer.IsCorrect), BySkill(answers));
    }

    /// <summary>Grades responses.</summary>
    public static async Task<IReadOnlyList<GradedAnswer>> JudgeAsync(IGrader grader, IReadOnlyList<ItemResponse> responses, CancellationToken cancellationToken)
    {
        var grades = await grader.GradeAsync(responses, cancellationToken);
        return [.. responses.Zip(grades, (response, grade) =>
            new GradedAnswer(response.Item.Id, response.Text, grade.Verdict, grade.Score, grade.Extracted)
            {
                Diagnostics = grade.Diagnostics, Skill = response.Item.Skill, Level = response.Item.Level,
            })];
    }

    private static IReadOnlyList<SkillStanding> BySkill(IReadOnlyList<GradedAnswer> answers) =>
        [.. answers
            .Where(answer => answer.Skill is not null)
            .GroupBy(answer => answer.Skill!, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SkillStanding(group.Key, group.Count(), group.Count(answer => answer.IsCorrect)))];
}
