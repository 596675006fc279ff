using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Core.Traces;

/// <summary>A run as far as it is written down: what a trace is read from.</summary>
/// <param name="Spec">What is run.</param>
/// <param name="Base">The checkpoint that it starts from; none before it is prepared.</param>
/// <param name="Iterations">Iterations that have examples, in order; the last one may still be under way.</param>
/// <param name="Best">The iteration whose checkpoint is best on <c>select</c> so far; 0 for the base.</param>
public sealed record TracedRun(EpisodeSpec Spec, CheckpointRef? Base, IReadOnlyList<TracedIteration> Iterations, int Best)
{
    /// <summary>The examples of the spec's own file, if it names one.</summary>
    public ArtifactRef? Pool { get; init; }
}

/// <summary>What an iteration has left.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Observation">What the agent saw.</param>
/// <param name="Plan">What it decided.</param>
/// <param name="Examples">What was kept.</param>
public sealed record TracedIteration(int Number, ArtifactRef Observation, ArtifactRef Plan, ArtifactRef Examples)
{
    /// <summary>What was dropped, and why; none if the file is not there.</summary>
    public ArtifactRef? Dropped { get; init; }

    /// <summary>What the student answered wrong before it was trained; none if it was not asked.</summary>
    public ArtifactRef? Misses { get; init; }

    /// <summary>The drafts that were verified, piece by piece, with what was found out about them.</summary>
    public IReadOnlyList<VerifiedDrafts> Verified { get; init; } = [];

    /// <summary>What a person decided about single examples; none if nobody was asked.</summary>
    public ArtifactRef? Reviews { get; init; }

    /// <summary>The skill tree that the plan was made with, in the environment that has one.</summary>
    public ArtifactRef? Tree { get; init; }

    /// <summary>Records of the calls to teachers.</summary>
    public IReadOnlyList<ArtifactRef> Calls { get; init; } = [];

    /// <summary>The finished iteration; none while it is under way.</summary>
    public IterationRecord? Record { get; init; }

    /// <summary>A finished iteration.</summary>
    public static TracedIteration Of(IterationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new(record.Number, record.Observation, record.Plan, record.Examples) { Tree = record.Tree, Calls = record.Calls, Record = record };
    }
}

/// <summary>Drafts, and what verification found out about them, line by line.</summary>
/// <param name="Drafts">The drafts.</param>
/// <param name="Findings">A finding for each.</param>
public sealed record VerifiedDrafts(ArtifactRef Drafts, ArtifactRef Findings);
