using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Experiments;

/// <summary>Several runs held against the first one's way of teaching, on the same sealed items.</summary>
/// <param name="Task">The task of all of them.</param>
/// <param name="Items">Sealed items.</param>
/// <param name="WeakItems">Those of them that ask for a skill which was weak at the start.</param>
/// <param name="Groups">Runs that differ in nothing but the seed, together; the first is the reference.</param>
/// <param name="Pairs">Run against run.</param>
public sealed record Comparison(string Task, int Items, int WeakItems, IReadOnlyList<RunGroup> Groups, IReadOnlyList<RunPair> Pairs);

/// <summary>Runs that differ in nothing but the seed.</summary>
/// <param name="Name">Environment, agent and data use, such as <c>skill-list teacher/uniform</c>.</param>
/// <param name="Runs">Their names.</param>
/// <param name="Seeds">Their seeds, in the same order.</param>
/// <param name="Examples">Examples trained on, mean.</param>
/// <param name="Scores">Share right on the sealed items, run by run.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="WeakMean">Mean share right on weak items; none without weak items.</param>
/// <param name="Difference">This group − the reference, with a 95 % bootstrap interval over seeds and items; none for the reference.</param>
/// <param name="WeakDifference">The same on weak items.</param>
public sealed record RunGroup(
    string Name, IReadOnlyList<string> Runs, IReadOnlyList<uint> Seeds, double Examples, IReadOnlyList<double> Scores, double Mean, double? WeakMean,
    Interval? Difference, Interval? WeakDifference);

/// <summary>Two runs, item by item.</summary>
/// <param name="Reference">The run compared against.</param>
/// <param name="Run">The run compared.</param>
/// <param name="OnlyReference">Items that only the reference got right.</param>
/// <param name="OnlyRun">Items that only the run got right.</param>
/// <param name="Difference">Run − reference, with a 95 % paired bootstrap interval over items.</param>
/// <param name="McNemarP">Two-sided p-value of McNemar's exact test.</param>
public sealed record RunPair(string Reference, string Run, int OnlyReference, int OnlyRun, Interval Difference, double McNemarP);
