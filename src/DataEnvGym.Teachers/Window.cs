namespace DataEnvGym.Teachers;

/// <summary>Deals what an order shows, errors or items, over its calls, so that what the teacher sees varies and all of them get their turn.</summary>
internal static class Window
{
    /// <summary>What a call shows.</summary>
    /// <param name="all">All that the order shows.</param>
    /// <param name="start">Where the first call starts, 0 or above; taken modulo the number of them.</param>
    /// <param name="call">0-based.</param>
    /// <param name="size">Most in a call.</param>
    public static List<T> Take<T>(IReadOnlyList<T> all, int start, int call, int size)
    {
        var shown = Math.Min(size, all.Count);
        var window = new List<T>(shown);
        for (var i = 0; i < shown; i++)
        {
            window.Add(all[(int)((start + ((long)call * size) + i) % all.Count)]);
        }

        return window;
    }
}
