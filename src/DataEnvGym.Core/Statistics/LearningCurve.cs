namespace DataEnvGym.Core.Statistics;

/// <summary>One figure for a whole learning curve.</summary>
public static class LearningCurve
{
    /// <summary>
    /// The normalised area under a curve by the trapezoidal rule: its mean height from the first point up to <paramref name="end"/>. Of two curves that end at the same height,
    /// the one that rose earlier has more. A curve that stops before the end keeps its last height: who stops learning keeps what was learned.
    /// </summary>
    /// <param name="points">At least one, X ascending: such as examples and share right.</param>
    /// <param name="end">Where the area ends; at or behind the last point.</param>
    /// <exception cref="ArgumentException">There is no point, X falls, or the end lies before the last point.</exception>
    public static double Area(IReadOnlyList<(double X, double Y)> points, double end)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count == 0 || points.Zip(points.Skip(1)).Any(pair => pair.Second.X < pair.First.X) || end < points[^1].X)
        {
            throw new ArgumentException("A learning curve has at least one point, its X never falls, and its end is not before its last point.", nameof(points));
        }

        var width = end - points[0].X;
        if (width == 0)
        {
            return points[^1].Y;
        }

        var area = (end - points[^1].X) * points[^1].Y;
        for (var i = 1; i < points.Count; i++)
        {
            area += (points[i].X - points[i - 1].X) * (points[i].Y + points[i - 1].Y) / 2;
        }

        return area / width;
    }
}
