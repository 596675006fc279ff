using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Hosting.Api.Hosts;

namespace DataEnvGym.Hosting.Api.Models;

/// <summary>A request that is being carried out.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="Href">Where to see how it does.</param>
public sealed record EpisodeAccepted(string Id, string Href);

/// <summary>Some episodes.</summary>
/// <param name="Items">The episodes.</param>
/// <param name="Next">Path of the next page; none on the last.</param>
public sealed record EpisodeList(IReadOnlyList<EpisodeSummary> Items, string? Next);

/// <summary>An episode in a list.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Phase">What it did last, as of its last finished iteration.</param>
/// <param name="Iteration">Iterations done.</param>
/// <param name="Created">When it was started.</param>
/// <param name="Updated">When it last got on.</param>
/// <param name="Href">Where to see more.</param>
public sealed record EpisodeSummary(string Id, EpisodeRunState State, string? Phase, int Iteration, DateTimeOffset Created, DateTimeOffset Updated, string Href);

/// <summary>An episode.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Phase">What is being done, such as <c>train</c>; none before the first step.</param>
/// <param name="Iteration">The running iteration; 0 before the first.</param>
/// <param name="Curve">Share right on <c>select</c>, the base first.</param>
/// <param name="Examples">Examples trained on so far.</param>
/// <param name="Skills">Share right by the task's own skills on <c>select</c>, for the base and the newest checkpoint.</param>
/// <param name="Spend">What the teacher cost so far.</param>
/// <param name="Created">When it was started.</param>
/// <param name="Updated">When it last got on.</param>
/// <param name="Failure">What it failed with, if it did.</param>
/// <param name="Approval">The examples that a person is to approve of, if it waits for that.</param>
/// <param name="TeacherPause">Since when and why it waits for a teacher, and when that is asked again, if it does.</param>
/// <param name="Spec">What is run; none if it was not started over this API.</param>
/// <param name="Links">Where to see more.</param>
public sealed record EpisodeDetail(
    string Id,
    EpisodeRunState State,
    string? Phase,
    int Iteration,
    IReadOnlyList<double> Curve,
    int Examples,
    IReadOnlyList<SkillProgress> Skills,
    ReportSpend Spend,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    string? Failure,
    PendingApproval? Approval,
    TeacherPause? TeacherPause,
    EpisodeSpec? Spec,
    EpisodeLinks Links);

/// <summary>What a person is to decide.</summary>
/// <param name="Iteration">Whose examples.</param>
/// <param name="Examples">Where to read them.</param>
/// <param name="Href">Where to send the answer.</param>
public sealed record PendingApproval(int Iteration, string Examples, string Href);

/// <summary>Paths of what belongs to an episode.</summary>
/// <param name="Self">The episode.</param>
/// <param name="Artifacts">The list of its artefacts.</param>
/// <param name="Examples">What it taught.</param>
/// <param name="Report">Its report, once it has completed.</param>
public sealed record EpisodeLinks(string Self, string Artifacts, string Examples, string? Report);

/// <summary>The answer to a <see cref="PendingApproval"/>.</summary>
public sealed record ApprovalAnswer
{
    /// <summary>Whether the examples may be trained on.</summary>
    public required bool Approved { get; init; }

    /// <summary>Why; at most 2,000 characters.</summary>
    public string? Comment { get; init; }

    /// <summary>Which iteration is meant, so that an answer to an earlier question is refused; the waiting one if left out.</summary>
    public int? Iteration { get; init; }
}
