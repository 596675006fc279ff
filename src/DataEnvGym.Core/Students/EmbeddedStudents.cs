namespace DataEnvGym.Core.Students;

/// <summary>The students that ship with the program: one architecture, a base of its own for each procedural benchmark.</summary>
public static class EmbeddedStudents
{
    /// <summary>Brought up on the procedural math benchmark.</summary>
    public const string Math = "embedded";

    /// <summary>Brought up on the procedural code benchmark.</summary>
    public const string Code = "embedded-code";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Names { get; } = [Math, Code];

    /// <summary>The student to examine at a task where nobody says which.</summary>
    /// <param name="task">The task's name.</param>
    public static string For(string task) => task is "procedural-code" or "humaneval" or "mbpp" or "livecodebench" or "code-jsonl" ? Code : Math;
}
