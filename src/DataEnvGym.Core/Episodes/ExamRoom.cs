using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes;

/// <summary>How workflows have a checkpoint examined: always through the same activity, so that there is one protocol.</summary>
internal static class ExamRoom
{
    public static async Task<ExamPair> ExamineAsync(IWorkflowContext context, EpisodeSpec spec, CheckpointRef checkpoint, string folder) => new(
        await ExamineAsync(context, spec, checkpoint, Split.Probe, $"{folder}/probe"),
        await ExamineAsync(context, spec, checkpoint, Split.Select, $"{folder}/select"));

    public static Task<Exam> ExamineAsync(IWorkflowContext context, EpisodeSpec spec, CheckpointRef checkpoint, Split split, string name) =>
        context.CallAsync(EpisodeNames.Examine, new ExamineInput(spec.Task, checkpoint, split, $"{name}.jsonl"));
}
