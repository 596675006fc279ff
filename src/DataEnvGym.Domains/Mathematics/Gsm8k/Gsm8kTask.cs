using System.Security.Cryptography;
using System.Text;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Mathematics.Gsm8k;

/// <summary>
/// GSM8K. Probe and select are carved from <c>train.jsonl</c>; test comes from <c>test.jsonl</c>, or is carved too where there is no such file; train is
/// what remains. Which item goes where follows from the SHA-256 of its canonical question. A question that occurs twice is kept once, and in test
/// rather than in train.
/// </summary>
/// <param name="spec">Needs <see cref="TaskSpec.Data"/>.</param>
public sealed class Gsm8kTask(TaskSpec spec) : ITask
{
    /// <summary>The task's name.</summary>
    public const string TaskName = "gsm8k";

    /// <inheritdoc/>
    public string Name => TaskName;

    /// <inheritdoc/>
    public IDomain Domain => MathDomain.Stories;

    /// <inheritdoc/>
    public IGrader Grader => FinalAnswerGrader.Instance;

    /// <inheritdoc/>
    public string Protocol => $"greedy/{MaxResponseTokens}";

    /// <inheritdoc/>
    public int MaxResponseTokens => 256;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Item>> LoadAsync(Split split, CancellationToken cancellationToken)
    {
        var (trainFile, testFile) = Files();
        var test = testFile is null ? [] : ByHash(await Gsm8kLoader.LoadAsync(testFile, cancellationToken));
        if (split == Split.Test && testFile is not null)
        {
            return [.. test.Values.Take(spec.Sizes.Test)];
        }

        var train = ByHash(await Gsm8kLoader.LoadAsync(trainFile, cancellationToken)).Where(pair => !test.ContainsKey(pair.Key)).Select(pair => pair.Value);
        var (probe, select) = (spec.Sizes.Probe, spec.Sizes.Select);
        var carvedTest = testFile is null ? spec.Sizes.Test : 0;
        return split switch
        {
            Split.Probe => [.. train.Take(probe)],
            Split.Select => [.. train.Skip(probe).Take(select)],
            Split.Test => [.. train.Skip(probe + select).Take(carvedTest)],
            Split.Train => [.. train.Skip(probe + select + carvedTest)],
            _ => throw new ArgumentOutOfRangeException(nameof(split), split, "There is no such split."),
        };
    }

    private SortedDictionary<string, Item> ByHash(IReadOnlyList<Item> items)
    {
        var sorted = new SortedDictionary<string, Item>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Domain.Canonicalize(item.Prompt)));
            sorted.TryAdd(Convert.ToHexStringLower(hash), item);
        }

        return sorted;
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
