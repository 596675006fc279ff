using System.Collections.Concurrent;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains;
using DataEnvGym.Sandbox;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>A real task that notes which splits are read. The items themselves are made once per test run.</summary>
internal sealed class SpyTask(TaskSpec spec, Diary diary) : ITask
{
    private static readonly ConcurrentDictionary<(TaskSpec, Split), Task<IReadOnlyList<Item>>> Items = new();
    private static readonly BubblewrapSandbox Sandbox = new(new() { Workers = 2 });
    private readonly ITask inner = TaskCatalog.Open(spec, Sandbox);

    public string Name => inner.Name;

    public IDomain Domain => inner.Domain;

    public IGrader Grader => inner.Grader;

    public string Protocol => inner.Protocol;

    public int MaxResponseTokens => inner.MaxResponseTokens;

    public Task<IReadOnlyList<Item>> LoadAsync(Split split, CancellationToken cancellationToken)
    {
        diary.Add(new Loading(split));
        return Items.GetOrAdd((spec, split), key => inner.LoadAsync(key.Item2, CancellationToken.None));
    }
}
