using DataEnvGym.Core.Curricula.Activities;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Curricula;

/// <summary>
/// One run of a curriculum: an episode that starts from the champion, examinations of champion and challenger on the guards, and the gate. Whatever
/// fails on the way is what comes of the run; the champion stays.
/// </summary>
public sealed class CurriculumWorkflow : IWorkflow<CurriculumRun, CurriculumOutcome>
{
    /// <summary>Id of the episode, as a child of the run.</summary>
    public const string EpisodeChild = "episode";

    /// <inheritdoc/>
    public async Task<CurriculumOutcome> RunAsync(IWorkflowContext context, CurriculumRun input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        var started = context.Now;
        if (!await context.CallAsync(CurriculumNames.Open, input))
        {
            return new(input.Number, input.Run, started, context.Now, CurriculumVerdict.Failed, $"The curriculum does not wait for {input.Run} any more, so the run did nothing.");
        }

        CurriculumOutcome outcome;
        try
        {
            var episode = await context.CallChildAsync(EpisodeNames.Episode, input.Start(), EpisodeChild);
            outcome = await JudgeAsync(context, input, episode.State, started);
        }
        catch (ActivityFailedException error)
        {
            // Native libraries put their stack below the first line.
            outcome = new(input.Number, input.Run, started, context.Now, CurriculumVerdict.Failed, error.Message.Split('\n')[0].TrimEnd());
        }

        return await context.CallAsync(CurriculumNames.Close, new CloseInput(input.Spec.Id, outcome));
    }

    private static async Task<CurriculumOutcome> JudgeAsync(IWorkflowContext context, CurriculumRun run, EpisodeState state, DateTimeOffset started)
    {
        var (champion, challenger) = (state.After(0), state.After(state.BestIteration()));
        var outcome = new CurriculumOutcome(run.Number, run.Run, started, context.Now, CurriculumVerdict.RolledBack, "No iteration was better on select than the champion.")
        {
            Challenger = challenger.Checkpoint,
            ParentChampion = champion.Checkpoint.Weights.Sha256,
        };
        if (state.BestIteration() == 0)
        {
            return outcome;
        }

        context.Publish(EpisodeStatus.Of(state, "examine on guards"));
        var guards = new List<ExamDuel>();
        foreach (var (index, guard) in run.Spec.Gate.Guards.Index())
        {
            var folder = $"guards/{index + 1}-{guard.Task.Name}";
            var questions = new PromptsInput(guard.Task, Split.Select, folder + "/prompts");
            guards.Add(new(
                await ExamRoom.ExamineAsync(context, questions, champion.Checkpoint, $"{folder}/champion"),
                await ExamRoom.ExamineAsync(context, questions, challenger.Checkpoint, $"{folder}/challenger")));
        }

        var select = new ExamDuel(champion.Exams.Select, challenger.Exams.Select);
        var decision = await context.CallAsync(CurriculumNames.Gate, new GateInput(run.Spec.Gate, select, guards));
        context.Publish(EpisodeStatus.Of(state, decision.Promote ? "promoted" : "rolled back"));
        return outcome with
        {
            EndedAt = context.Now,
            Verdict = decision.Promote ? CurriculumVerdict.Promoted : CurriculumVerdict.RolledBack,
            Reason = decision.Reason,
            Confidence = run.Spec.Gate.Confidence,
            Select = decision.Select,
            Guards = decision.Guards,
        };
    }
}
