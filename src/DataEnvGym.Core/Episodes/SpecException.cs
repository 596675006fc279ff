using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes;

/// <summary>An episode spec was refused.</summary>
/// <param name="source">Where it was read from, as a person would name it.</param>
/// <param name="problems">One sentence each, with the path of the field and a remedy.</param>
public sealed class SpecException(string source, IReadOnlyList<string> problems)
    : PermanentException(problems.Count == 1 ? $"{source}: {problems[0]}" : $"{source}:\n  {string.Join("\n  ", problems)}")
{
    /// <summary>One sentence each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
