using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Writes down what a student is asked on a split. The same for every checkpoint that is examined on it.</summary>
public sealed class PromptsActivity(EpisodeServices services) : IActivity<PromptsInput, PromptsOutput>
{
    /// <inheritdoc/>
    public async Task<PromptsOutput> RunAsync(PromptsInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var task = services.OpenTask(input.Task);
        var items = await task.LoadAsync(input.Split, cancellationToken);
        if (items.Count == 0)
        {
            throw new PermanentException($"{task.Name} has no items in its {input.Split} split; give it more data or larger task.sizes.");
        }

        var prompts = items.Select(item => new Prompt(task.Domain.FormatPrompt(item.Prompt)));
        var name = $"{input.Folder}/{Words.Of(input.Split)}.jsonl";
        return new(await services.Artifacts.WriteLinesAsync(name, prompts, CoreJson.Default.Prompt, cancellationToken), task.MaxResponseTokens);
    }
}
