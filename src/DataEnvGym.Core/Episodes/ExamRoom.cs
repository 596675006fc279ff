using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes;

/// <summary>How workflows have a checkpoint examined: always in the same way, so that there is one protocol.</summary>
internal static class ExamRoom
{
    public static async Task<ExamPair> ExamineAsync(IWorkflowContext context, EpisodeSpec spec, CheckpointRef checkpoint, string folder) => new(
        await ExamineAsync(context, spec, checkpoint, Split.Probe, $"{folder}/probe"),
        await ExamineAsync(context, spec, checkpoint, Split.Select, $"{folder}/select"));

    public static Task<Exam> ExamineAsync(IWorkflowContext context, EpisodeSpec spec, CheckpointRef checkpoint, Split split, string name) =>
        ExamineAsync(context, new PromptsInput(spec.Task, split), checkpoint, name);

    /// <summary>Examines a checkpoint on the split of any task.</summary>
    public static async Task<Exam> ExamineAsync(IWorkflowContext context, PromptsInput questions, CheckpointRef checkpoint, string name)
    {
        var prompts = await context.CallAsync(EpisodeNames.Prompts, questions);
        var work = new PredictWork(checkpoint, prompts.Prompts, prompts.MaxTokens, $"{name}-responses.jsonl");
        var done = await StudentWork.DoAsync(context, new JobRequest(JobId.Of("predict", name), new() { Predict = work }));
        return await context.CallAsync(EpisodeNames.Grade, new GradeInput(questions.Task, checkpoint, questions.Split, done.Prediction!.Responses, $"{name}.jsonl"));
    }
}
