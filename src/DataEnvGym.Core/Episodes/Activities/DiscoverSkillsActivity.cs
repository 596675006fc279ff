using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Asks the teacher which skill each probe item needs. It is shown the questions alone, never the task's own skill names.</summary>
public sealed class DiscoverSkillsActivity(EpisodeServices services) : IActivity<DiscoverInput, DiscoverOutput>
{
    /// <inheritdoc/>
    public async Task<DiscoverOutput> RunAsync(DiscoverInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var task = services.OpenTask(input.Spec.Task);
        var items = await task.LoadAsync(Split.Probe, cancellationToken);
        var seed = Rng.Derive(input.Spec.Seed, "discover-skills");
        var found = await services.SkillDiscovery(input.Spec.TeacherFor(TeacherRole.Labeller), seed)
            .DiscoverAsync(items, task.Domain.Prompts, input.Allowance, seed, progress, cancellationToken);
        var stored = await services.Artifacts.WriteJsonAsync("taxonomy-1.json", found.Taxonomy, CoreJson.Default.Taxonomy, cancellationToken);
        var calls = await CallLog.WriteAsync(services.Artifacts, "skills/calls.jsonl", found.Calls, input.Spec, 0, cancellationToken);
        return new(stored, found.Spend, found.Malformed) { Calls = calls };
    }
}
