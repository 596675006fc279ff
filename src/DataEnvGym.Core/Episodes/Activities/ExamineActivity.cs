using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Lets a checkpoint answer a split and grades the answers: the one way in which a student is ever examined.</summary>
public sealed class ExamineActivity(EpisodeServices services) : IActivity<ExamineInput, Exam>
{
    /// <inheritdoc/>
    public async Task<Exam> RunAsync(ExamineInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var task = services.OpenTask(input.Task);
        var items = await task.LoadAsync(input.Split, cancellationToken);
        if (items.Count == 0)
        {
            throw new PermanentException($"{task.Name} has no items in its {input.Split} split; give it more data or larger task.sizes.");
        }

        var answers = await AnswerAsync(services, task, input.Checkpoint, items, progress, cancellationToken);
        var stored = await services.Artifacts.WriteLinesAsync(input.OutputName, answers, CoreJson.Default.GradedAnswer, cancellationToken);
        return new(
            input.Checkpoint.Weights.Sha256, input.Split, task.Protocol, task.Grader.Name, stored,
            answers.Count, answers.Count(answer => answer.IsCorrect), BySkill(answers));
    }

    /// <summary>Asks and grades, item by item in order.</summary>
    public static async Task<IReadOnlyList<GradedAnswer>> AnswerAsync(
        EpisodeServices services, ITask task, CheckpointRef checkpoint, IReadOnlyList<Item> items, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var prompts = items.Select(item => task.Domain.FormatPrompt(item.Prompt)).ToArray();
        var prediction = await services.Students.PredictAsync(
            new PredictionJob(checkpoint, prompts, task.MaxResponseTokens), services.Artifacts, progress, cancellationToken);
        return [.. items.Zip(prediction.Responses, (item, response) => Judge(task.Grader, item, response))];
    }

    private static GradedAnswer Judge(IGrader grader, Item item, string response)
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
