using System.Globalization;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Curricula;

/// <summary>What the gate says of a challenger.</summary>
/// <param name="Promote">Whether it takes the champion's place.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Select">Champion against challenger on the select split.</param>
/// <param name="Guards">The same on each guard.</param>
public sealed record GateDecision(bool Promote, string Reason, BeforeAfter Select, IReadOnlyList<GuardResult> Guards);

/// <summary>
/// Decides whether a challenger takes the champion's place: it must be significantly better on the select split, the whole interval of the paired
/// difference above 0; and non-inferior on every guard, the whole interval above minus the margin (as in Piaggio et al. 2012, JAMA 308:2594). Intervals are
/// those of <see cref="Proportions.PairedDifference(PairTable, double)"/>. Pure.
/// </summary>
public static class CurriculumGate
{
    /// <summary>Decides.</summary>
    /// <param name="gate">The rules.</param>
    /// <param name="select">Champion and challenger on the select split.</param>
    /// <param name="guards">The same on each guard, in the order of the rules.</param>
    public static GateDecision Decide(GateSpec gate, PairTable select, IReadOnlyList<PairTable> guards)
    {
        ArgumentNullException.ThrowIfNull(gate);
        ArgumentNullException.ThrowIfNull(guards);
        if (guards.Count != gate.Guards.Count)
        {
            throw new ArgumentException($"There are {gate.Guards.Count} guards and {guards.Count} results.", nameof(guards));
        }

        var gain = Compare(select, gate.Confidence);
        var results = gate.Guards.Zip(guards, (guard, pairs) => Judge(guard, Compare(pairs, gate.Confidence))).ToList();
        var better = gain.Difference.Low > 0;
        var lost = results.FindAll(result => !result.Held);
        return new(better && lost.Count == 0, Explain(gate, gain, better, lost), gain, results);
    }

    private static GuardResult Judge(GuardSpec guard, BeforeAfter exam) => new(guard.Task.Name, guard.Margin, exam, exam.Difference.Low >= -guard.Margin);

    private static BeforeAfter Compare(PairTable pairs, double confidence) => new(
        (double)(pairs.Both + pairs.OnlyBefore) / pairs.Total, (double)(pairs.Both + pairs.OnlyAfter) / pairs.Total, pairs.Total,
        Proportions.PairedDifference(pairs, confidence));

    private static string Explain(GateSpec gate, BeforeAfter gain, bool better, List<GuardResult> lost)
    {
        var level = (gate.Confidence * 100).ToString("0.#", CultureInfo.InvariantCulture);
        var select = $"select {Points(gain.Difference)} points at {level} % confidence";
        if (!better)
        {
            return $"Not significantly better: {select}.";
        }

        return lost.Count == 0
            ? $"Significantly better and no guard lost: {select}."
            : $"Better, but a guard may have lost more than its margin: {string.Join("; ", lost.Select(Loss))}; {select}.";
    }

    private static string Loss(GuardResult guard) => $"{guard.Task} {Points(guard.Exam.Difference)} points with a margin of {Point(guard.Margin)}";

    /// <summary>A difference in points of a hundred with its interval, such as <c>+4.0 (+1.2 … +6.8)</c>.</summary>
    public static string Points(Interval difference) => $"{Signed(difference.Value)} ({Signed(difference.Low)} … {Signed(difference.High)})";

    private static string Signed(double share) => (share * 100).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    private static string Point(double share) => (share * 100).ToString("0.0##", CultureInfo.InvariantCulture);
}
