using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Tests;

/// <summary>A task of <see cref="TextDomain"/> with nothing but training items.</summary>
internal sealed class TextTask(IReadOnlyList<Item> training) : ITask
{
    public string Name => "text";

    public IDomain Domain { get; } = new TextDomain();

    public IGrader Grader => throw new NotSupportedException();

    public string Protocol => "";

    public int MaxResponseTokens => 1;

    public Task<IReadOnlyList<Item>> LoadAsync(Split split, CancellationToken cancellationToken) => Task.FromResult(split == Split.Train ? training : []);
}
