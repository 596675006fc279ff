using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Skills;

/// <summary>How far two taxonomies of the same items agree.</summary>
/// <param name="Items">Items that both give a skill; the figures are about these alone.</param>
/// <param name="OnlyFirst">Items that only the first gives one.</param>
/// <param name="OnlySecond">Items that only the second gives one.</param>
/// <param name="AdjustedRand">The adjusted Rand index: names do not count.</param>
/// <param name="Kappa">Cohen's kappa, once names were matched.</param>
/// <param name="Same">Share of the items whose names match, 0..1.</param>
/// <param name="Matches">Skills of the first with the skill of the second that means the same, sorted by name.</param>
/// <param name="Table">All counts.</param>
public sealed record LabelAgreement(
    int Items, int OnlyFirst, int OnlySecond, double AdjustedRand, double Kappa, double Same, IReadOnlyList<SkillMatch> Matches, ContingencyTable Table)
{
    /// <summary>
    /// Compares. Names are matched one to one so that the pairs share the most items (<see cref="BestMatching"/>): two labellings that differ in names alone
    /// agree fully. The matching is made from the same items that it is judged on, so that kappa is a little above 0 for labels drawn at random.
    /// </summary>
    /// <exception cref="TaxonomyException">They have no item in common.</exception>
    public static LabelAgreement Of(Taxonomy first, Taxonomy second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var pairs = first.Assignments.Where(pair => second.Assignments.ContainsKey(pair.Key)).Select(pair => (pair.Value, second.Assignments[pair.Key])).ToList();
        if (pairs.Count == 0)
        {
            throw new TaxonomyException("the two taxonomies give no common item a skill, so that they cannot be compared; take two of the same task and seed.");
        }

        var table = ContingencyTable.Of(pairs);
        var partner = BestMatching.Of(table);
        var matches = table.Rows.Select((skill, row) => partner[row] < 0
            ? new SkillMatch(skill, null, 0, table.RowSum(row), 0)
            : new SkillMatch(skill, table.Columns[partner[row]], table.Counts[row][partner[row]], table.RowSum(row), table.ColumnSum(partner[row]))).ToList();
        return new(
            pairs.Count, first.Assignments.Count - pairs.Count, second.Assignments.Count - pairs.Count, Statistics.AdjustedRand.Index(table),
            CohenKappa.Of(table, partner), (double)matches.Sum(match => match.Shared) / pairs.Count, matches, table);
    }
}

/// <summary>Two names for one skill.</summary>
/// <param name="First">Its name in the first taxonomy.</param>
/// <param name="Second">Its name in the second; none if it has no partner.</param>
/// <param name="Shared">Items that have both.</param>
/// <param name="FirstItems">Items of the first name.</param>
/// <param name="SecondItems">Items of the second name.</param>
public sealed record SkillMatch(string First, string? Second, int Shared, int FirstItems, int SecondItems);
