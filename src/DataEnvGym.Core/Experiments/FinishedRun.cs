using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Experiments;

/// <summary>A run with its report and its chosen checkpoint's answers to the sealed test.</summary>
/// <param name="Name">The run's name.</param>
/// <param name="Group">What all runs that differ only in the seed share.</param>
/// <param name="Report">Its report.</param>
/// <param name="Answers">One per sealed item.</param>
public sealed record FinishedRun(string Name, string Group, EpisodeReport Report, IReadOnlyList<GradedAnswer> Answers);
