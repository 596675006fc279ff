using DataEnvGym.Core.Agents;

namespace DataEnvGym.Teachers;

/// <summary>Deals the errors of an order over its calls, so that what the teacher sees varies and all of them get their turn.</summary>
internal static class ErrorWindow
{
    /// <summary>The errors that a call shows.</summary>
    /// <param name="errors">All errors of the order.</param>
    /// <param name="start">Where the first call starts, 0 or above; taken modulo the number of errors.</param>
    /// <param name="call">0-based.</param>
    /// <param name="size">Most errors in a call.</param>
    public static List<StudentError> Take(IReadOnlyList<StudentError> errors, int start, int call, int size)
    {
        var shown = Math.Min(size, errors.Count);
        var window = new List<StudentError>(shown);
        for (var i = 0; i < shown; i++)
        {
            window.Add(errors[(int)((start + ((long)call * size) + i) % errors.Count)]);
        }

        return window;
    }
}
