using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Tasks;

/// <summary>A benchmark: items in disjoint splits, with the grader that judges them.</summary>
public interface ITask
{
    /// <summary>The task's name, such as <c>procedural-math</c>.</summary>
    string Name { get; }

    /// <summary>Its domain.</summary>
    IDomain Domain { get; }

    /// <summary>Its grader.</summary>
    IGrader Grader { get; }

    /// <summary>Examination protocol: decoding, prompt form and length limit in one short string; part of every score's identity.</summary>
    string Protocol { get; }

    /// <summary>Longest response that a student may give, in its tokens.</summary>
    int MaxResponseTokens { get; }

    /// <summary>The items of a split in a fixed order; empty where the task has none.</summary>
    /// <exception cref="TaskDataException">The task's data cannot be read.</exception>
    Task<IReadOnlyList<Item>> LoadAsync(Split split, CancellationToken cancellationToken);
}

/// <summary>A task's data is missing or malformed. The message names the file, the line and the remedy.</summary>
public sealed class TaskDataException(string message, Exception? inner = null) : PermanentException(message, inner);
