using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Experiments;

/// <summary>What figures allow to be said. Nothing is claimed that interval and corrected p-value do not both bear out.</summary>
public static class LeaderboardVerdicts
{
    private const double Alpha = 0.05;

    /// <summary>Whether a difference may be claimed.</summary>
    public static bool IsClaimed(ArmDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return IsClaimed(difference.Interval, difference.HolmP);
    }

    /// <summary>A p-value for people.</summary>
    public static string P(double p) => p < 0.001 ? "< 0.001" : $"{p:0.000}";

    internal static string OfArm(string reference, ArmDifference? difference)
    {
        if (difference is null)
        {
            return "The reference: what the others are held against.";
        }

        var figures = $"{ReportMarkdown.Points(difference.Interval)}, corrected p {P(difference.HolmP)}";
        var word = difference.Interval.Value > 0 ? "better" : "worse";
        return IsClaimed(difference)
            ? $"{char.ToUpperInvariant(word[0])}{word[1..]} than {reference}: {figures}."
            : IsOneSided(difference.Interval)
                ? $"Would be {word} than {reference} if nothing else had been compared; with all comparisons counted, no difference can be claimed: {figures}."
                : $"No difference to {reference} can be claimed: {figures}.";
    }

    internal static string OfLead(string first, string second, Interval difference, double p) => IsClaimed(difference, p)
        ? $"{first} has the highest mean and is ahead of the next, {second}: {ReportMarkdown.Points(difference)}, p {P(p)} corrected for all pairs."
        : $"No winner can be named: {first} has the highest mean, but is not ahead of {second} by more than chance could bring ({ReportMarkdown.Points(difference)}, p {P(p)} corrected for all pairs).";

    private static bool IsClaimed(Interval interval, double p) => IsOneSided(interval) && p < Alpha;

    private static bool IsOneSided(Interval interval) => interval.Low > 0 || interval.High < 0;
}
