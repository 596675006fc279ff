using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Episodes;

/// <summary>Fields of a task that only some tasks have.</summary>
internal static class TaskRules
{
    private static readonly string[] Graded = ["gsm8k", "math", "math-jsonl"];
    private static readonly string[] Mapped = ["math", "math-jsonl", "code-jsonl"];

    /// <summary>What is wrong with a task, each with its field.</summary>
    /// <param name="task">The task.</param>
    /// <param name="field">Where the task stands in its document.</param>
    public static IEnumerable<string> Check(TaskSpec task, string field = "task")
    {
        if (task.Grader is not null && !Graded.Contains(task.Name))
        {
            yield return $"{field}.grader: {task.Name} has one grader of its own; leave it out, or choose one of the tasks {string.Join(", ", Graded)}.";
        }

        if (task.Fields is not null && !Mapped.Contains(task.Name))
        {
            yield return $"{field}.fields: the fields of {task.Name} have fixed names; leave it out, or read the files as one of the tasks {string.Join(", ", Mapped)}.";
        }
        else if (task.Fields is { } names)
        {
            foreach (var (name, _) in Unread(task.Name, names).Where(pair => pair.Named is not null))
            {
                yield return $"{field}.fields.{name}: {task.Name} reads no such field; leave it out.";
            }
        }
    }

    // What is asked of code has tests, and of math an answer.
    private static IEnumerable<(string Name, string? Named)> Unread(string task, TaskFields names) => task == "code-jsonl"
        ? [("answer", names.Answer)]
        : [("tests", names.Tests), ("entry", names.Entry), ("starter", names.Starter)];
}
