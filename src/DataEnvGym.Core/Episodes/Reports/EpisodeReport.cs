using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Statistics;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes.Reports;

/// <summary>What came of an episode: the content of <c>report.json</c>, described in <c>docs/report.md</c>. Scripts read it; fields are only ever added.</summary>
public sealed record EpisodeReport
{
    /// <summary>Version of this format.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The episode's id.</summary>
    public required string Episode { get; init; }

    /// <summary>The task's name.</summary>
    public required string Task { get; init; }

    /// <summary>The environment's name.</summary>
    public required string Environment { get; init; }

    /// <summary>Agent and policy, such as <c>teacher/error-proportional</c>.</summary>
    public required string Agent { get; init; }

    /// <summary>The episode's seed.</summary>
    public required uint Seed { get; init; }

    /// <summary>The student's name.</summary>
    public required string Student { get; init; }

    /// <summary>Why the loop ended.</summary>
    public required StopReason Stopped { get; init; }

    /// <summary>The base (number 0) and each iteration.</summary>
    public required IReadOnlyList<ReportIteration> Iterations { get; init; }

    /// <summary>The iteration whose checkpoint was chosen; 0 for the base.</summary>
    public required int BestIteration { get; init; }

    /// <summary>Base against chosen checkpoint on the split that chose it; a little flattering for that reason.</summary>
    public required BeforeAfter Select { get; init; }

    /// <summary>Base against chosen checkpoint on the sealed split.</summary>
    public required BeforeAfter Test { get; init; }

    /// <summary>The same as <see cref="Test"/> over the weak skills together; none when no sealed item asks for a weak skill.</summary>
    public BeforeAfter? Weak { get; init; }

    /// <summary>The sealed split by the task's own skills, sorted by name; empty if the task names none.</summary>
    public required IReadOnlyList<ReportSkill> Skills { get; init; }

    /// <summary>The skill tree at the end and what was done to it; only in the skill-tree environment.</summary>
    public ReportTree? Tree { get; init; }

    /// <summary>The sealed split by level, the easiest first; none if the task has no levels.</summary>
    public IReadOnlyList<ReportLevel>? Levels { get; init; }

    /// <summary>The skills that the agent worked with; none in an environment without skills.</summary>
    public ReportTaxonomy? Taxonomy { get; init; }

    /// <summary>Examples trained on, all iterations together.</summary>
    public required int Examples { get; init; }

    /// <summary>What the teacher cost.</summary>
    public required ReportSpend Spend { get; init; }

    /// <summary>The same, broken down; none in reports of older versions.</summary>
    public ReportSpendBy? SpendBy { get; init; }

    /// <summary>What the tokens of each teacher with a price cost.</summary>
    public IReadOnlyList<ReportPrice> Prices { get; init; } = [];

    /// <summary>Seconds by phase. The only part of a report that differs between two runs of one spec.</summary>
    public required PhaseSeconds Seconds { get; init; }

    /// <summary>SHA-256 of the chosen checkpoint's weights, and where they are.</summary>
    public required ReportCheckpoint Checkpoint { get; init; }

    /// <summary>What the budget brought skill by skill, against the best choice in hindsight; none without skills.</summary>
    public RegretReport? Regret { get; init; }

    /// <summary>The grader's name and version.</summary>
    public required string Grader { get; init; }

    /// <summary>How the student was asked.</summary>
    public required string Protocol { get; init; }
}

/// <summary>One point of the learning curve.</summary>
/// <param name="Number">0 for the base.</param>
/// <param name="Probe">Share right on the probe split, 0..1.</param>
/// <param name="Select">Share right on the select split, 0..1.</param>
/// <param name="SelectLow">Lower end of its 95 % interval.</param>
/// <param name="SelectHigh">Upper end of its 95 % interval.</param>
/// <param name="Ordered">Examples ordered.</param>
/// <param name="Examples">Examples trained on.</param>
/// <param name="Dropped">Drafts dropped, by reason.</param>
/// <param name="TotalExamples">Examples trained on since the start.</param>
/// <param name="Malformed">Answers of the teacher that could not be read, even after one repair.</param>
public sealed record ReportIteration(
    int Number, double Probe, double Select, double SelectLow, double SelectHigh, int Ordered, int Examples, IReadOnlyDictionary<string, int> Dropped, int TotalExamples,
    int Malformed)
{
    /// <summary>What a person decided about the examples, if one was asked.</summary>
    public Approval? Approval { get; init; }
}

/// <summary>A share before and after, measured on the same items.</summary>
/// <param name="Before">Share right before, 0..1.</param>
/// <param name="After">Share right after, 0..1.</param>
/// <param name="N">Number of items.</param>
/// <param name="Difference">After − before with its 95 % interval.</param>
public sealed record BeforeAfter(double Before, double After, int N, Interval Difference);

/// <summary>A skill on the sealed split.</summary>
/// <param name="Name">The task's name for it.</param>
/// <param name="Weak">Whether it was weak at the start.</param>
/// <param name="N">Number of items.</param>
/// <param name="Before">Share right before, 0..1.</param>
/// <param name="After">Share right after, 0..1.</param>
/// <param name="Difference">After − before with its 95 % interval.</param>
public sealed record ReportSkill(string Name, bool Weak, int N, double Before, double After, Interval Difference);

/// <summary>A level on the sealed split.</summary>
/// <param name="Level">The difficulty.</param>
/// <param name="N">Number of items.</param>
/// <param name="Before">Share right before, 0..1.</param>
/// <param name="After">Share right after, 0..1.</param>
/// <param name="Difference">After − before with its 95 % interval.</param>
public sealed record ReportLevel(int Level, int N, double Before, double After, Interval Difference);

/// <summary>The skills that the agent worked with.</summary>
/// <param name="Id">A hash of names and assignments.</param>
/// <param name="Version">1 for a fresh one, one more with each edit.</param>
/// <param name="Source">Where it comes from: <c>discovered</c>, <c>gold</c> or <c>file</c>.</param>
/// <param name="Skills">Number of skills.</param>
/// <param name="Items">Items of the probe split.</param>
/// <param name="Coverage">Share of them that have a skill, 0..1.</param>
public sealed record ReportTaxonomy(string Id, int Version, string Source, int Skills, int Items, double Coverage);

/// <summary>What the teacher cost.</summary>
/// <param name="Calls">Calls made.</param>
/// <param name="InputTokens">Tokens read.</param>
/// <param name="OutputTokens">Tokens written.</param>
/// <param name="Tokens">Both together.</param>
/// <param name="Money">US dollars.</param>
public sealed record ReportSpend(int Calls, long InputTokens, long OutputTokens, long Tokens, decimal Money)
{
    /// <summary>Tokens read that the service had in its cache; they are among <see cref="InputTokens"/>.</summary>
    public long CachedTokens { get; init; }

    /// <summary>A spend as a report shows it.</summary>
    public static ReportSpend Of(Spend spend) => new(spend.Calls, spend.InputTokens, spend.OutputTokens, spend.Tokens, spend.Money) { CachedTokens = spend.CachedTokens };
}

/// <summary>The checkpoint that was chosen.</summary>
/// <param name="Name">Artefact name of the weights.</param>
/// <param name="Sha256">Their SHA-256.</param>
public sealed record ReportCheckpoint(string Name, string Sha256);
