namespace DataEnvGym.Core.Curation.Similarity;

/// <summary>What two texts have in common, for people to see.</summary>
internal static class CommonRun
{
    // A prompt may be a megabyte, and the table is as large as both texts multiplied.
    private const int MaxWords = 1_000;

    /// <summary>The longest run of words that two texts share, the first among equals.</summary>
    public static string Longest(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var (length, end) = (0, 0);
        var before = new int[Math.Min(b.Count, MaxWords) + 1];
        for (var i = 1; i <= Math.Min(a.Count, MaxWords); i++)
        {
            var row = new int[before.Length];
            for (var j = 1; j < row.Length; j++)
            {
                row[j] = a[i - 1] == b[j - 1] ? before[j - 1] + 1 : 0;
                (length, end) = row[j] > length ? (row[j], i) : (length, end);
            }

            before = row;
        }

        return string.Join(' ', a.Skip(end - length).Take(length));
    }
}
