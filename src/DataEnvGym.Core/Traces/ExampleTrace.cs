using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Curation.Reviews;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Traces;

/// <summary>The chain from a student's errors to an example, and from there to the checkpoints that learned from it.</summary>
/// <param name="Example">The example, with its provenance.</param>
/// <param name="Why">Why it was ordered.</param>
/// <param name="Writing">How it was written.</param>
/// <param name="Curation">What it passed.</param>
/// <param name="Training">What was trained on it.</param>
public sealed record ExampleTrace(Example Example, TraceOrder Why, TraceWriting Writing, TraceCuration Curation, TraceTraining Training);

/// <summary>How an example was written.</summary>
/// <param name="Calls">
/// Records of the calls that led to it, in order: requests that were lost, an answer that could not be read and its repair. Empty for a selected item, and in a run of
/// a program that kept no records.
/// </param>
/// <param name="Records">Where they stand.</param>
/// <param name="Spend">What they cost together.</param>
/// <param name="Examples">Examples that were kept from the same answer, this one among them.</param>
/// <param name="TokensEach">Tokens read and written for each kept example: what was dropped is paid by what was kept.</param>
/// <param name="MoneyEach">US dollars for each kept example.</param>
public sealed record TraceWriting(IReadOnlyList<CallRecord> Calls, ArtifactRef? Records, Spend Spend, int Examples, double TokensEach, decimal MoneyEach)
{
    /// <summary>The example of the spec's own file that was selected, with its own provenance; none for one that was not selected from a file.</summary>
    public Example? Selected { get; init; }

    /// <summary>Where it stands.</summary>
    public ArtifactRef? Pool { get; init; }
}

/// <summary>What an example passed before it was trained on.</summary>
/// <param name="Gates">The gates of the run, in order, each with its rule and, for verification and review, with what came of it.</param>
/// <param name="Examples">Where it stands among what was kept.</param>
/// <param name="Siblings">Ids of the other examples that were kept from the same answer.</param>
/// <param name="Dropped">Drafts of the same answer that were dropped, and why.</param>
/// <param name="DroppedFile">Where these stand; none if the file is not there.</param>
/// <param name="Approval">What a person decided about the iteration, if one was asked.</param>
public sealed record TraceCuration(
    IReadOnlyList<string> Gates, ArtifactRef Examples, IReadOnlyList<string> Siblings, IReadOnlyList<DroppedDraft> Dropped, ArtifactRef? DroppedFile, Approval? Approval)
{
    /// <summary>What verification found out about it; none if it was not verified.</summary>
    public Finding? Finding { get; init; }

    /// <summary>Where that stands.</summary>
    public ArtifactRef? FindingFile { get; init; }

    /// <summary>What a person decided about it, if one did.</summary>
    public Review? Review { get; init; }
}
