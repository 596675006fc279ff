using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Students;

/// <summary>How far a piece of work is.</summary>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all.</param>
/// <param name="Unit">What is counted, in the plural: <c>steps</c>, <c>items</c>, <c>examples</c>.</param>
/// <param name="Detail">One figure worth showing beside it, such as <c>loss 0.41</c>.</param>
public readonly record struct WorkProgress(int Done, int Total, string Unit, string? Detail = null)
{
    /// <summary>What the work has spent on teachers so far.</summary>
    public Spend Spend { get; init; }
}
