using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Mathematics.Problems;

/// <summary>
/// Math problems from files: MATH, MATH-500, or one's own. Test is the part of the data by that name, or is carved where there is none; see
/// <see cref="HashedSplits"/>.
/// </summary>
internal sealed class ProblemTask : ITask
{
    private readonly ProblemFormat format;
    private readonly TaskSpec spec;

    public ProblemTask(ProblemFormat format, TaskSpec spec)
    {
        (this.format, this.spec) = (format, spec);
        var form = AnswerForm.Of(spec.Grader, "math");
        (Grader, Domain) = (form.Grader, MathDomain.Problems(form));
    }

    public string Name => format.Task;

    public IDomain Domain { get; }

    public IGrader Grader { get; }

    public string Protocol => $"greedy/{MaxResponseTokens}";

    public int MaxResponseTokens => 512;

    public async Task<IReadOnlyList<Item>> LoadAsync(Split split, CancellationToken cancellationToken)
    {
        var (train, test) = ProblemFile.Find(Name, spec.Data);
        var splits = HashedSplits.Of(Domain, await ItemsAsync(train, cancellationToken), test is null ? null : await ItemsAsync(test, cancellationToken));
        return splits.Of(split, spec.Sizes);
    }

    private async Task<IReadOnlyList<Item>> ItemsAsync(string path, CancellationToken cancellationToken)
    {
        var (items, names) = (new List<Item>(), spec.Fields ?? new());
        await foreach (var row in ProblemFile.ReadAsync(path, cancellationToken))
        {
            items.Add(format.ToItem(row, names));
        }

        return items;
    }
}
