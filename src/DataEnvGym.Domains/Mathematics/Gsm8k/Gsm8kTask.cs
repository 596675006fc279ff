using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Mathematics.Gsm8k;

/// <summary>
/// GSM8K. Probe and select are carved from <c>train.jsonl</c>; test comes from <c>test.jsonl</c>, or is carved too where there is no such file; train is
/// what remains; see <see cref="HashedSplits"/>.
/// </summary>
public sealed class Gsm8kTask : ITask
{
    /// <summary>The task's name.</summary>
    public const string TaskName = "gsm8k";

    private readonly TaskSpec spec;

    /// <summary>The task of a spec. Reads no file yet.</summary>
    /// <param name="spec">Needs <see cref="TaskSpec.Data"/>.</param>
    public Gsm8kTask(TaskSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        this.spec = spec;
        var form = AnswerForm.Of(spec.Grader, "final-answer");
        (Grader, Domain) = (form.Grader, MathDomain.StoriesFor(form));
    }

    /// <inheritdoc/>
    public string Name => TaskName;

    /// <inheritdoc/>
    public IDomain Domain { get; }

    /// <inheritdoc/>
    public IGrader Grader { get; }

    /// <inheritdoc/>
    public string Protocol => $"greedy/{MaxResponseTokens}";

    /// <inheritdoc/>
    public int MaxResponseTokens => 256;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Item>> LoadAsync(Split split, CancellationToken cancellationToken)
    {
        var (train, test) = Files();
        var splits = HashedSplits.Of(
            Domain, await Gsm8kLoader.LoadAsync(train, cancellationToken), test is null ? null : await Gsm8kLoader.LoadAsync(test, cancellationToken));
        return splits.Of(split, spec.Sizes);
    }

    private (string Train, string? Test) Files()
    {
        if (string.IsNullOrWhiteSpace(spec.Data))
        {
            throw new TaskDataException(
                $"The task {Name} needs data: set \"data\" of the task to a folder with train.jsonl (and test.jsonl, if there is one) or to one file.");
        }

        if (File.Exists(spec.Data))
        {
            return (spec.Data, null);
        }

        var train = Path.Combine(spec.Data, "train.jsonl");
        if (!File.Exists(train))
        {
            throw new TaskDataException($"{spec.Data} is neither a GSM8K file nor a folder with train.jsonl; set \"data\" of the task to one of them.");
        }

        var test = Path.Combine(spec.Data, "test.jsonl");
        return (train, File.Exists(test) ? test : null);
    }
}
