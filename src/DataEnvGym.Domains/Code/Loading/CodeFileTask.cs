using System.Security.Cryptography;
using System.Text;
using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Code.Loading;

/// <summary>
/// A code benchmark that is read from a file. Probe, select and test are carved from it and train is what remains; which item goes where follows from the SHA-256 of its canonical prompt.
/// A prompt that occurs twice is kept once. Items without a reference solution are left out of train.
/// </summary>
/// <param name="format">The benchmark.</param>
/// <param name="spec">Needs <see cref="TaskSpec.Data"/>.</param>
/// <param name="sandbox">Where programs run.</param>
internal sealed class CodeFileTask(CodeFormat format, TaskSpec spec, ISandbox sandbox) : ITask
{
    public string Name => format.Task;

    public IDomain Domain { get; } = CodeDomain.Programs(sandbox);

    public IGrader Grader { get; } = new CodeGrader(sandbox, stopAtFirst: true);

    public string Protocol => $"greedy/{MaxResponseTokens}";

    public int MaxResponseTokens => 768;

    public async Task<IReadOnlyList<Item>> LoadAsync(Split split, CancellationToken cancellationToken)
    {
        var items = new SortedDictionary<string, Item>(StringComparer.Ordinal);
        foreach (var item in await CodeFile.LoadAsync(FindFile(), format, cancellationToken))
        {
            items.TryAdd(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Domain.Canonicalize(item.Prompt)))), item);
        }

        var (probe, select, test) = (spec.Sizes.Probe, spec.Sizes.Select, spec.Sizes.Test);
        return split switch
        {
            Split.Probe => [.. items.Values.Take(probe)],
            Split.Select => [.. items.Values.Skip(probe).Take(select)],
            Split.Test => [.. items.Values.Skip(probe + select).Take(test)],
            Split.Train => [.. items.Values.Skip(probe + select + test).Where(item => item.Reference.Length > 0)],
            _ => throw new ArgumentOutOfRangeException(nameof(split), split, "There is no such split."),
        };
    }

    private string FindFile()
    {
        var names = format.FileNames.SelectMany(name => (string[])[name, name + ".gz"]);
        return string.IsNullOrWhiteSpace(spec.Data) ? throw new TaskDataException($"The task {Name} needs data: set \"data\" of the task to its file, or to a folder with {format.FileNames[0]}.")
            : File.Exists(spec.Data) ? spec.Data
            : names.Select(name => Path.Combine(spec.Data, name)).FirstOrDefault(File.Exists)
            ?? throw new TaskDataException($"{spec.Data} is neither a file nor a folder with one of {string.Join(", ", names)}; set \"data\" of the task {Name} to one of them.");
    }
}
