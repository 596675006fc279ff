using DataEnvGym.Core;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Procedural;

/// <summary>
/// A procedural benchmark as a task. Its items follow from the benchmark alone, never from an episode's seed, so that all episodes sit the same exam; a
/// larger size keeps the items of a smaller one. Within a skill the levels get equal shares, the easier ones what is left over.
/// </summary>
/// <param name="benchmark">The benchmark.</param>
/// <param name="domain">Its domain.</param>
/// <param name="grader">Its grader.</param>
/// <param name="maxResponseTokens">Longest response, in the student's tokens.</param>
/// <param name="sizes">Items per skill and split.</param>
public abstract class ProceduralTask(ProceduralBenchmark benchmark, IDomain domain, IGrader grader, int maxResponseTokens, SplitSizes sizes) : ITask
{
    /// <summary>Items per skill in <see cref="Split.Train"/>, the pool that selection agents choose from.</summary>
    public const int TrainPerSkill = 200;

    private const ulong ExamSeed = 1;

    // The smallest level has a few hundred keys, the smallest split 8 % of them: this many draws find practically all that there are.
    private const int MaxDraws = 20_000;

    /// <inheritdoc/>
    public string Name => benchmark.Name;

    /// <inheritdoc/>
    public IDomain Domain => domain;

    /// <inheritdoc/>
    public IGrader Grader => grader;

    /// <inheritdoc/>
    public string Protocol => $"greedy/{MaxResponseTokens}";

    /// <inheritdoc/>
    public int MaxResponseTokens => maxResponseTokens;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Item>> LoadAsync(Split split, CancellationToken cancellationToken)
    {
        var perSkill = split switch
        {
            Split.Probe => sizes.Probe,
            Split.Select => sizes.Select,
            Split.Test => sizes.Test,
            Split.Train => TrainPerSkill,
            _ => throw new ArgumentOutOfRangeException(nameof(split), split, "There is no such split."),
        };
        var items = new List<Item>(perSkill * benchmark.Skills.Count);
        foreach (var skill in benchmark.Skills)
        {
            cancellationToken.ThrowIfCancellationRequested();
            items.AddRange(ItemsOf(skill, split, perSkill));
        }

        return Task.FromResult<IReadOnlyList<Item>>(items);
    }

    private IEnumerable<Item> ItemsOf(ProceduralSkill skill, Split split, int count)
    {
        var levels = Enumerable.Range(1, ProceduralSkill.Levels).Select(level => Draw(skill, level, split, ShareOf(level, count))).ToList();

        // Turn by turn, so that an item keeps its number when the size grows.
        return Enumerable.Range(0, levels.Max(l => l.Count))
            .SelectMany(turn => levels.Where(l => turn < l.Count).Select(l => l[turn]))
            .Select((problem, index) => ToItem(problem, split, index));
    }

    private static int ShareOf(int level, int count) => (count + ProceduralSkill.Levels - level) / ProceduralSkill.Levels;

    private List<Problem> Draw(ProceduralSkill skill, int level, Split split, int count)
    {
        var rng = Rng.For(ExamSeed, benchmark.Name, "exam", skill.Name, $"{level}");
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var problems = new List<Problem>(count);
        for (var draw = 0; draw < MaxDraws && problems.Count < count; draw++)
        {
            var problem = skill.Generate(rng, level);
            if (SplitAssigner.SplitOf(problem) == split && keys.Add(problem.Key))
            {
                problems.Add(problem);
            }
        }

        return problems;
    }

    private Item ToItem(Problem problem, Split split, int index) =>
        new($"{benchmark.Name}/{problem.Skill.Name}/{split.ToString().ToLowerInvariant()}/{index:D4}", problem.Prompt, problem.Answer)
        {
            Solution = problem.Solution,
            Check = problem.Check,
            Skill = problem.Skill.Name,
            Level = problem.Level,
        };
}
