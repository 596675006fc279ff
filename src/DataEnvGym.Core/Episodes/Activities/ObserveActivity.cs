using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Writes down what the agent may see of the student: nothing of <c>select</c> or <c>test</c>, and nothing at all without state.</summary>
public sealed class ObserveActivity(EpisodeServices services) : IActivity<ObserveInput, ArtifactRef>
{
    /// <inheritdoc/>
    public async Task<ArtifactRef> RunAsync(ObserveInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var observation = input.Spec.Agent.Kind == AgentKind.Teacher
            ? await ObserveAsync(input, cancellationToken)
            : new Observation(input.Iteration, 0, 0, [], []);
        return await services.Artifacts.WriteJsonAsync(
            $"iteration-{input.Iteration:00}/observation.json", observation, CoreJson.Default.Observation, cancellationToken);
    }

    private async Task<Observation> ObserveAsync(ObserveInput input, CancellationToken cancellationToken)
    {
        var items = await services.OpenTask(input.Spec.Task).LoadAsync(Split.Probe, cancellationToken);
        var answers = await services.Artifacts.ReadLinesAsync(input.Probe.Answers, CoreJson.Default.GradedAnswer, cancellationToken);
        var taxonomy = input.Taxonomy is null ? null : await services.Artifacts.ReadJsonAsync(input.Taxonomy, CoreJson.Default.Taxonomy, cancellationToken);
        var pairs = items.Zip(answers).ToList();
        var before = input.Previous is null ? null : await LookBackAsync(input.Previous, cancellationToken);
        return new(
            input.Iteration,
            input.Probe.Accuracy,
            answers.Count,
            taxonomy is null ? [] : Standings.Of(taxonomy, answers),
            [.. pairs.Where(pair => !pair.Second.IsCorrect).Select(pair => new StudentError(
                pair.First.Id, taxonomy?.SkillOf(pair.First.Id), pair.First.Prompt, pair.Second.Response, pair.First.Reference))])
        {
            Past = before is not null && PolicyCatalog.LooksBack(input.Spec) ? [.. before.Earlier, before.Last] : null,
            Tree = taxonomy is null || input.Spec.Environment != EnvironmentKind.SkillTree
                ? null
                : (before?.Tree ?? SkillTree.Empty).Examined(
                    input.Iteration, taxonomy, answers, before?.Last.Examples ?? new Dictionary<string, int>(), TreePolicyCatalog.FirstAllocation(input.Spec.Agent.Tree ?? new())),
        };
    }

    private async Task<Before> LookBackAsync(PreviousIteration previous, CancellationToken cancellationToken)
    {
        var seen = await services.Artifacts.ReadJsonAsync(previous.Observation, CoreJson.Default.Observation, cancellationToken);
        var examples = previous.Examples is null ? [] : await services.Artifacts.ReadLinesAsync(previous.Examples, CoreJson.Default.Example, cancellationToken);
        var tree = previous.Tree is null ? null : await services.Artifacts.ReadJsonAsync(previous.Tree, CoreJson.Default.SkillTree, cancellationToken);

        // An observation holds all that was before it, so that the one before is enough.
        return new(seen.Past ?? [], PastIteration.Of(seen.Iteration, tree is null ? seen.Skills : [.. tree.Nodes.Select(node => node.Standing)], examples), tree);
    }

    /// <summary>The iterations before the last, the last, and the tree that it was planned with.</summary>
    private sealed record Before(IReadOnlyList<PastIteration> Earlier, PastIteration Last, SkillTree? Tree);
}
