namespace DataEnvGym.Core.Teachers;

/// <summary>A teacher did not answer after all tries of a call. Whoever runs the work may try again later.</summary>
/// <param name="message">A sentence with the last reason.</param>
public sealed class TeacherUnavailableException(string message) : Exception(message)
{
    /// <summary>Requests of the call that were sent and brought no answer, which may have been charged for.</summary>
    public int Lost { get; init; }

    /// <summary>What the piece of work had spent by then.</summary>
    public Spend Spent { get; set; }
}
