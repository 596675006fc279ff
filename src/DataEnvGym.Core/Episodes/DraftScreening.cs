using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes;

/// <summary>Has others look at the drafts of a round before they are curated: the judge, and the student itself. Only what the spec asks for is done.</summary>
/// <param name="context">The iteration's context.</param>
/// <param name="teachers">How teachers are asked.</param>
/// <param name="state">The episode.</param>
/// <param name="number">The running iteration.</param>
internal sealed class DraftScreening(IWorkflowContext context, TeacherCalls teachers, EpisodeState state, int number)
{
    private readonly EpisodeSpec spec = state.Spec;

    /// <summary>Has the judge verify drafts.</summary>
    /// <param name="round">Which round the drafts are of.</param>
    /// <param name="drafts">The drafts, by shard.</param>
    /// <param name="earlier">Examples that were kept before.</param>
    /// <param name="spent">What the iteration has spent so far.</param>
    /// <returns>One output per shard, in order; none if nothing is to be verified.</returns>
    public async Task<IReadOnlyList<VerifyOutput>> VerifyAsync(int round, IReadOnlyList<ArtifactRef> drafts, IReadOnlyList<ArtifactRef> earlier, Spend spent)
    {
        if (spec.Curation.Verify is null || drafts.All(shard => shard.Count == 0))
        {
            return [];
        }

        context.Publish(EpisodeStatus.Of(state, "verify", number, spent));
        var shares = state.Remaining().After(spent).Split([.. drafts.Select(shard => shard.Count)]);
        return await teachers.CallAsync(
            EpisodeNames.Verify,
            [.. drafts.Select((shard, i) => new VerifyInput(spec, number, round, i, shard, earlier, shares[i]))],
            input => input with { Allowance = Allowance.Nothing },
            spent);
    }

    /// <summary>Has the student answer drafts.</summary>
    /// <param name="round">Which round the drafts are of.</param>
    /// <param name="drafts">The drafts, by shard.</param>
    /// <param name="student">The student as it is.</param>
    /// <returns>Its responses, one for each draft; none if it is not to be asked.</returns>
    public async Task<ArtifactRef?> AskStudentAsync(int round, IReadOnlyList<ArtifactRef> drafts, CheckpointRef student)
    {
        if (spec.Curation.Known is null || drafts.All(shard => shard.Count == 0))
        {
            return null;
        }

        var name = $"iteration-{number:00}/known-{round}";
        var asked = await context.CallAsync(EpisodeNames.Ask, new AskInput(spec.Task, drafts, $"{name}-prompts.jsonl"));
        var work = new PredictWork(student, asked.Prompts, asked.MaxTokens, $"{name}-responses.jsonl");
        return (await StudentWork.DoAsync(context, new JobRequest(JobId.Of("predict", name), new() { Predict = work }))).Prediction!.Responses;
    }
}
