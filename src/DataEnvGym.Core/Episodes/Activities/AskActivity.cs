using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Writes down what the student is asked to find out what it knows: the questions of drafts, in order.</summary>
public sealed class AskActivity(EpisodeServices services) : IActivity<AskInput, PromptsOutput>
{
    /// <inheritdoc/>
    public async Task<PromptsOutput> RunAsync(AskInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var task = services.OpenTask(input.Task);
        var prompts = new List<Prompt>();
        foreach (var drafts in input.Drafts)
        {
            var read = await services.Artifacts.ReadLinesAsync(drafts, CoreJson.Default.Draft, cancellationToken);
            prompts.AddRange(read.Select(draft => new Prompt(task.Domain.FormatPrompt(draft.Prompt))));
        }

        return new(await services.Artifacts.WriteLinesAsync(input.OutputName, prompts, CoreJson.Default.Prompt, cancellationToken), task.MaxResponseTokens);
    }
}
