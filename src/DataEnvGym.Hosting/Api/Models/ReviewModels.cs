using DataEnvGym.Core.Curation.Reviews;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Hosting.Api.Models;

/// <summary>The examples of a waiting iteration that a person is to look at, and those that one decided about unasked.</summary>
/// <param name="Iteration">The iteration.</param>
/// <param name="Items">The examples, in the order in which they were written.</param>
/// <param name="Open">How many of them are without a decision.</param>
public sealed record ReviewList(int Iteration, IReadOnlyList<ReviewEntry> Items, int Open);

/// <summary>An example to look at.</summary>
/// <param name="Example">The example.</param>
/// <param name="Why">Why it is shown, such as <c>sampled</c>; none if it was not asked about.</param>
/// <param name="Decision">What was decided, if anything.</param>
public sealed record ReviewEntry(Example Example, string? Why, Review? Decision);

/// <summary>A decision about one example.</summary>
public sealed record ReviewAnswer
{
    /// <summary>What becomes of the example.</summary>
    public required ReviewVerdict Verdict { get; init; }

    /// <summary>Why; at most 2,000 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>The new question, with the verdict <c>edit</c>; left out, it stays.</summary>
    public string? Prompt { get; init; }

    /// <summary>The new solution, with the verdict <c>edit</c>; left out, it stays.</summary>
    public string? Solution { get; init; }

    /// <summary>The new answer, with the verdict <c>edit</c>; left out, it stays.</summary>
    public string? Answer { get; init; }

    /// <summary>Which iteration is meant, so that a decision about an earlier one is refused; the waiting one if left out.</summary>
    public int? Iteration { get; init; }
}
