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

        var answers = items.Zip(responses, (item, response) => Judge(task.Grader, item, response.Text)).ToList();
        var stored = await services.Artifacts.WriteLinesAsync(input.OutputName, answers, CoreJson.Default.GradedAnswer, cancellationToken);
        return new(
            input.Checkpoint.Weights.Sha256, input.Split, task.Protocol, task.Grader.Name, stored,
            answers.Count, answers.Count(answer => answer.IsCorrect), BySkill(answers));
    }

    /// <summary>Grades one response.</summary>
    public static GradedAnswer Judge(IGrader grader, Item item, string response)
    {
        var grade = grader.Grade(item, response);
        return new(item.Id, response, grade.Verdict, grade.Score, grade.Extracted) { Skill = item.Skill };
    }

    private static IReadOnlyList<SkillStanding> BySkill(IReadOnlyList<GradedAnswer> answers) =>
        [.. answers
            .Where(answer => answer.Skill is not null)
            .GroupBy(answer => answer.Skill!, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SkillStanding(group.Key, group.Count(), group.Count(answer => answer.IsCorrect)))];
}
