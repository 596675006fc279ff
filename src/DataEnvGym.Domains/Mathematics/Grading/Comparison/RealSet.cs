namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>A set of real numbers that changes at finitely many points only.</summary>
/// <param name="Edges">All points at which membership may change.</param>
/// <param name="Contains">Whether a number belongs to it.</param>
internal sealed record RealSet(IReadOnlyList<double> Edges, Func<double, bool> Contains)
{
    private const double Tolerance = 1e-9;

    /// <summary>Whether two numbers are the same edge.</summary>
    public static bool Near(double a, double b) => a == b || (double.IsFinite(a) && double.IsFinite(b) && Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b))));

    public static RealSet Combine(RealSet a, RealSet b, Func<bool, bool, bool> rule) => new([.. a.Edges, .. b.Edges], x => rule(a.Contains(x), b.Contains(x)));

    public static RealSet Points(IReadOnlyList<double> values) => new(values, x => values.Any(value => Near(value, x)));

    /// <summary>Whether two sets have the same members: they do if they agree at all edges and once between each two.</summary>
    public static bool Same(RealSet a, RealSet b)
    {
        var edges = Distinct([.. a.Edges, .. b.Edges]);
        if (edges.Count == 0)
        {
            return a.Contains(0) == b.Contains(0);
        }

        var between = edges.Zip(edges.Skip(1), (low, high) => (low + high) / 2);
        double[] outside = [edges[0] - 1 - Math.Abs(edges[0]), edges[^1] + 1 + Math.Abs(edges[^1])];
        return edges.Concat(between).Concat(outside).All(x => a.Contains(x) == b.Contains(x));
    }

    /// <summary>Whether the set has no member.</summary>
    public bool IsEmpty() => Same(this, Points([]));

    private static List<double> Distinct(IEnumerable<double> values)
    {
        var distinct = new List<double>();
        foreach (var value in values.Where(double.IsFinite).Order())
        {
            if (distinct.Count == 0 || !Near(distinct[^1], value))
            {
                distinct.Add(value);
            }
        }

        return distinct;
    }
}
