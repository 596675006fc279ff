using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>
/// Says which skill each probe item needs: as the teacher finds, who is shown the questions alone and never the task's own skill names, or as the spec has
/// it from the task or from a file.
/// </summary>
public sealed class DiscoverSkillsActivity(EpisodeServices services) : IActivity<DiscoverInput, DiscoverOutput>
{
    /// <summary>Under which seed a run discovers.</summary>
    public static ulong SeedOf(EpisodeSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return Rng.Derive(spec.Seed, "discover-skills");
    }

    /// <inheritdoc/>
    public async Task<DiscoverOutput> RunAsync(DiscoverInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var (task, skills) = (services.OpenTask(input.Spec.Task), input.Spec.Skills ?? new());
        var items = await task.LoadAsync(Split.Probe, cancellationToken);
        var found = skills.Source switch
        {
            SkillSource.Gold => new(GoldTaxonomy.Of(task.Name, items), default, 0),
            SkillSource.File => await ReadAsync(input, items, task.Domain, progress, cancellationToken),
            _ => await services.SkillDiscovery(input.Spec.TeacherFor(TeacherRole.Labeller), SeedOf(input.Spec)).DiscoverAsync(
                items, skills.Count, task.Domain.Prompts, input.Allowance, SeedOf(input.Spec), progress, cancellationToken),
        };
        var taxonomy = found.Taxonomy with { Task = input.Spec.Task with { Data = null } };
        var stored = await services.Artifacts.WriteJsonAsync($"taxonomy-{taxonomy.Version}.json", taxonomy, CoreJson.Default.Taxonomy, cancellationToken);
        var calls = await CallLog.WriteAsync(services.Artifacts, "skills/calls.jsonl", found.Calls, input.Spec, 0, cancellationToken);
        return new(stored, found.Spend, found.Malformed) { Calls = calls };
    }

    private async Task<SkillDiscovery> ReadAsync(
        DiscoverInput input, IReadOnlyList<Item> items, IDomain domain, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var read = await services.ReadTaxonomy(input.Spec.Skills!.File!, cancellationToken);
        List<Item> missing = [.. items.Where(item => !read.Assignments.ContainsKey(item.Id))];
        if (missing.Count == 0)
        {
            return new(read, default, 0);
        }

        var assigned = await services.ItemAssigner(input.Spec.TeacherFor(TeacherRole.Labeller), SeedOf(input.Spec)).AssignAsync(
            missing, read.Skills, domain.Prompts, input.Allowance, SeedOf(input.Spec), progress, cancellationToken);
        return new(assigned.Fitting.Count == 0 ? read : TaxonomyEdits.Assign(read, assigned.Fitting), assigned.Spend, assigned.Malformed) { Calls = assigned.Calls };
    }
}
