using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Teachers.Estimates;

/// <summary>What an episode's teachers will probably cost, and at most, before it has begun.</summary>
/// <param name="Iterations">Iterations that the spec allows for; none if only its budget or a clock ends it.</param>
/// <param name="Examples">Examples that these iterations order; none as above.</param>
/// <param name="Roles">Role by role; empty if no teacher is asked.</param>
/// <param name="Expected">All roles and iterations together, as far as the caps let them.</param>
/// <param name="Worst">The same at worst: each answer as long as it may be and repaired, each top-up needed in full; answers lost on their way are not in it.</param>
/// <param name="Caps">Whether the limits of the spec cut the episode short.</param>
/// <param name="TeacherSeconds">Seconds of waiting for teachers in the expected case; rough.</param>
public sealed record EpisodeEstimate(
    int? Iterations, int? Examples, IReadOnlyList<RoleEstimate> Roles, ReportSpend Expected, ReportSpend Worst, IReadOnlyList<CapEstimate> Caps, double TeacherSeconds);

/// <summary>What one role costs.</summary>
/// <param name="Role">What the teacher is asked for.</param>
/// <param name="Teacher">Its kind and model.</param>
/// <param name="IsFree">Whether it has no price.</param>
/// <param name="Expected">All its calls, without caps.</param>
/// <param name="Worst">All its calls at worst, without caps.</param>
public sealed record RoleEstimate(TeacherRole Role, string Teacher, bool IsFree, ReportSpend Expected, ReportSpend Worst);

/// <summary>A limit on spending.</summary>
/// <param name="Field">Its field in the spec.</param>
/// <param name="Limit">Tokens or dollars.</param>
/// <param name="ExpectedIteration">The iteration in which it is probably reached, 0 for before the first; none if it is not.</param>
/// <param name="WorstIteration">The earliest iteration in which it can be reached; none if it cannot be.</param>
public sealed record CapEstimate(string Field, decimal Limit, int? ExpectedIteration, int? WorstIteration);
