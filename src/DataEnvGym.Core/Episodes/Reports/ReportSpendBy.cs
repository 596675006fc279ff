using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes.Reports;

/// <summary>What the teachers cost, broken down in several ways. The rows of each add up to <see cref="EpisodeReport.Spend"/>.</summary>
/// <param name="Role">By what they were asked for, such as <c>writer</c>.</param>
/// <param name="Agent">By agent and policy.</param>
/// <param name="Iteration">By iteration; <c>0</c> is what came before the first.</param>
/// <param name="Skill">By skill; <c>-</c> for calls about none.</param>
public sealed record ReportSpendBy(
    IReadOnlyList<ReportSpendRow> Role, IReadOnlyList<ReportSpendRow> Agent, IReadOnlyList<ReportSpendRow> Iteration, IReadOnlyList<ReportSpendRow> Skill)
{
    /// <summary>Adds up calls.</summary>
    public static ReportSpendBy Of(IReadOnlyList<CallRecord> calls) => new(
        Group(calls, SpendKeys.Role), Group(calls, SpendKeys.Agent), Group(calls, SpendKeys.Iteration), Group(calls, SpendKeys.Skill));

    /// <summary>Adds up calls under each key, sorted by key.</summary>
    public static IReadOnlyList<ReportSpendRow> Group(IReadOnlyList<CallRecord> calls, Func<CallRecord, string> key) =>
        [.. calls
            .GroupBy(key, StringComparer.Ordinal)
            .OrderBy(group => group.Key.Length <= 4 && int.TryParse(group.Key, out var number) ? number : int.MaxValue)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ReportSpendRow(group.Key, ReportSpend.Of(group.Aggregate(default(Spend), (sum, call) => sum + call.Spend))))];
}

/// <summary>What calls are added up by.</summary>
public static class SpendKeys
{
    /// <summary>What the teacher was asked for.</summary>
    public static string Role(CallRecord call) => Words.Of(call.Role);

    /// <summary>Agent and policy.</summary>
    public static string Agent(CallRecord call) => call.Agent;

    /// <summary>The iteration's number.</summary>
    public static string Iteration(CallRecord call) => $"{call.Iteration}";

    /// <summary>The skill; <c>-</c> without one.</summary>
    public static string Skill(CallRecord call) => call.Skill ?? "-";
}

/// <summary>One row of a breakdown.</summary>
/// <param name="Name">What the calls have in common.</param>
/// <param name="Spend">What they cost.</param>
public sealed record ReportSpendRow(string Name, ReportSpend Spend);

/// <summary>What the tokens of a teacher cost, in US dollars per million.</summary>
/// <param name="Field">The teacher's field in the spec, such as <c>teachers.labeller</c>.</param>
/// <param name="Teacher">Its kind and model.</param>
/// <param name="Input">Tokens read.</param>
/// <param name="Cached">Tokens read from the service's cache.</param>
/// <param name="Output">Tokens written.</param>
/// <param name="Source">Where the price comes from.</param>
public sealed record ReportPrice(string Field, string Teacher, decimal Input, decimal Cached, decimal Output, string Source)
{
    /// <summary>The prices of a spec.</summary>
    public static IReadOnlyList<ReportPrice> Of(EpisodeSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return
        [
            .. spec.NamedTeachers().Where(named => named.Teacher.Price.IsSet).Select(named => (named.Field, named.Teacher, named.Teacher.Price)).Select(named => new ReportPrice(
                named.Field, $"{named.Teacher.Kind}/{named.Teacher.Model}", named.Price.InputPerMillion, named.Price.CachedInputPerMillion ?? named.Price.InputPerMillion,
                named.Price.OutputPerMillion, named.Price.Source ?? "the spec")),
        ];
    }
}
