using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>
/// Does the decisions of an iteration to a tree. New subskills are proposed by the planner teacher; the labeller then tells which items ask for them.
/// </summary>
/// <param name="services">The episode's parts.</param>
/// <param name="spec">The episode.</param>
internal sealed class TreeGrower(EpisodeServices services, EpisodeSpec spec)
{
    /// <summary>Skills asked about in parallel. Fixed, because each lane has its own share of the allowance and the outcome must not depend on the machine.</summary>
    private const int Lanes = 4;

    private readonly ISubskillProposer proposer = services.SubskillProposer(spec.TeacherFor(TeacherRole.Planner), Rng.Derive(spec.Seed, "teacher"));
    private readonly IItemAssigner assigner = services.ItemAssigner(spec.TeacherFor(TeacherRole.Labeller), Rng.Derive(spec.Seed, "teacher"));

    /// <summary>Grows a tree.</summary>
    /// <param name="tree">As it was examined.</param>
    /// <param name="decisions">Skill → what is done to it.</param>
    /// <param name="allowance">What may be spent on it.</param>
    /// <param name="cancellationToken">Stops between calls.</param>
    public async Task<GrownTree> GrowAsync(
        SkillTree tree, IReadOnlyDictionary<string, TreeDecision> decisions, Allowance allowance, CancellationToken cancellationToken)
    {
        var task = services.OpenTask(spec.Task);
        var items = (await task.LoadAsync(Split.Probe, cancellationToken)).ToDictionary(item => item.Id);
        var skills = tree.Skills.Select(skill => skill.Path).Where(decisions.ContainsKey).ToList();
        var lanes = skills.Chunk(Math.Max(1, (skills.Count + Lanes - 1) / Lanes)).ToList();
        var shares = lanes.Count == 0 ? [] : allowance.Split([.. lanes.Select(lane => lane.Length)]);
        var ended = await Task.WhenAll(lanes.Zip(shares, (lane, share) => WalkAsync(lane, share)));
        if (ended.Select(lane => lane.Away).FirstOrDefault(away => away is not null) is { } away)
        {
            away.Spent = Sum(ended.Select(lane => lane.Grown.Spend));
            throw away;
        }

        return Merge(tree, skills, lanes, [.. ended.Select(lane => lane.Grown)]);

        // A lane whose teacher stays away lets the others come to their end, so that what all of them spent is known.
        async Task<(GrownTree Grown, TeacherUnavailableException? Away)> WalkAsync(string[] lane, Allowance share)
        {
            var mine = new GrownTree(tree, default, 0);
            try
            {
                foreach (var skill in lane)
                {
                    mine = await ActAsync(mine, skill, decisions[skill], items, task.Domain.Prompts, share.After(mine.Spend), cancellationToken);
                }

                return (mine, null);
            }
            catch (TeacherUnavailableException failed)
            {
                return (mine.After(mine.Tree, failed.Spent, 0), failed);
            }
        }
    }

    private async Task<GrownTree> ActAsync(
        GrownTree at, string skill, TreeDecision decision, Dictionary<string, Item> items, Agents.PromptSet prompts, Allowance allowance,
        CancellationToken cancellationToken)
    {
        if (decision.Action is Exploit exploit)
        {
            return at.After(Record(at.Tree.Apply(skill, exploit), skill, decision, []), default, 0);
        }

        var explore = (Explore)decision.Action;
        var parent = explore.Below ?? skill;
        var room = TreePolicyCatalog.MaxSubskills(spec.Agent.Tree ?? new()) - at.Tree.Nodes.Count(node => node.Path != skill && TreePath.IsWithin(node.Path, skill));
        if (Refusal(at.Tree, skill, explore, room) is { } refusal)
        {
            return at.After(Record(at.Tree.Apply(skill, explore, [], 0), skill, decision, [refusal]), default, 0);
        }

        var seed = Rng.Derive(spec.Seed, "grow", $"iteration-{at.Tree.Iteration}", parent);
        var wanted = Math.Min(explore.Count, room);
        var proposal = await proposer.ProposeAsync(
            parent, [.. at.Tree.ChildrenOf(parent).Select(child => TreePath.Name(child.Path))], wanted, prompts, allowance, seed, cancellationToken);
        var change = at.Tree.Apply(skill, explore, proposal.Subskills, room);
        if (change.Added.Count == 0)
        {
            return at.After(Record(change, skill, decision, Notes(proposal, change, wanted)), proposal.Spend, proposal.Malformed, proposal.Calls);
        }

        List<Item> open = [.. change.Tree.ItemsAt(parent).Select(id => items.GetValueOrDefault(id)).OfType<Item>()];
        var assignment = await assigner.AssignAsync(
            open, [.. change.Tree.ChildrenOf(parent).Select(child => child.Path)], prompts, allowance.After(proposal.Spend), seed, null, cancellationToken)
            .AfterSpending(proposal.Spend);
        change = change with { Tree = change.Tree.Assign(assignment.Fitting) };
        var unsure = open.Count - assignment.Choices.Count;
        List<string> notes = [.. Notes(proposal, change, wanted)];
        if (unsure > 0)
        {
            notes.Add($"{unsure} of {open.Count} items got no usable answer to which subskill they ask for{(assignment.AllowanceReached ? ": the budget did not allow to ask" : "")}.");
        }

        return at.After(Record(change, skill, decision, notes), proposal.Spend + assignment.Spend, proposal.Malformed + assignment.Malformed, [.. proposal.Calls, .. assignment.Calls]);
    }

    private static string? Refusal(SkillTree tree, string skill, Explore explore, int room) => explore switch
    {
        { Below: { } below } when !TreePath.IsWithin(below, skill) || tree.Find(below) is null => $"{below} is no node of {skill}, so nothing was added.",
        { Count: < 1 } => $"{explore.Count} subskills cannot be added.",
        _ when room < 1 => "The skill has as many subskills as agent.tree.maxSubskills allows.",
        _ => null,
    };

    private static IEnumerable<string> Notes(SubskillProposal proposal, TreeChange change, int wanted)
    {
        if (change.Added.Count < wanted)
        {
            yield return $"The teacher was asked for {wanted} new subskills and gave {change.Added.Count}"
                + (proposal.AllowanceReached ? ": the budget did not allow to ask." : proposal.Malformed > 0 ? ": its answer could not be read." : ".");
        }
    }

    private static SkillTree Record(TreeChange change, string skill, TreeDecision decision, IEnumerable<string> notes) => change.Tree with
    {
        History = [.. change.Tree.History, new(
            skill, change.Tree.Iteration, change.Tree.Find(skill)!.Standing, decision.Action, decision.Propensity, change.Added, [.. change.Notes, .. notes])],
    };

    private static Spend Sum(IEnumerable<Spend> spends) => spends.Aggregate(default(Spend), (sum, spend) => sum + spend);

    // Lanes work on skills of their own, so that each brings the nodes, items and turns of these.
    private static GrownTree Merge(SkillTree tree, List<string> skills, List<string[]> lanes, GrownTree[] grown)
    {
        var laneOf = lanes.SelectMany((lane, i) => lane.Select(skill => (skill, i))).ToDictionary(pair => pair.skill, pair => pair.i);
        var merged = tree.With(skills.SelectMany(skill => grown[laneOf[skill]].Tree.Nodes.Where(node => TreePath.IsWithin(node.Path, skill)))) with
        {
            Assignments = TreeExamination.Sorted(tree.Assignments.Select(pair =>
                laneOf.TryGetValue(TreePath.Root(pair.Value), out var lane) ? KeyValuePair.Create(pair.Key, grown[lane].Tree.Assignments[pair.Key]) : pair)),
            History = [.. tree.History, .. grown.SelectMany(lane => lane.Tree.History.Skip(tree.History.Count))],
        };
        return new(merged, Sum(grown.Select(lane => lane.Spend)), grown.Sum(lane => lane.Malformed)) { Calls = [.. grown.SelectMany(lane => lane.Calls)] };
    }
}

/// <summary>A tree that was grown, and what that cost.</summary>
internal sealed record GrownTree(SkillTree Tree, Spend Spend, int Malformed)
{
    /// <summary>The calls that were made; <see cref="Spend"/> is their sum.</summary>
    public IReadOnlyList<CallRecord> Calls { get; init; } = [];

    public GrownTree After(SkillTree tree, Spend spend, int malformed, IReadOnlyList<CallRecord>? calls = null) =>
        new(tree, Spend + spend, Malformed + malformed) { Calls = [.. Calls, .. calls ?? []] };
}
