using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Domains.Code;
using DataEnvGym.Domains.Code.Loading;
using DataEnvGym.Domains.Code.Procedural;
using DataEnvGym.Domains.Mathematics.Gsm8k;
using DataEnvGym.Domains.Mathematics.Problems;
using DataEnvGym.Domains.Mathematics.Procedural;

namespace DataEnvGym.Domains;

/// <summary>The tasks that there are.</summary>
public static class TaskCatalog
{
    private static readonly Dictionary<string, Func<TaskSpec, ISandbox, ITask>> Tasks = new(
        CodeFormat.Published.Select(format => KeyValuePair.Create<string, Func<TaskSpec, ISandbox, ITask>>(format.Task, (spec, sandbox) => new CodeFileTask(format, spec, sandbox))), StringComparer.Ordinal)
    {
        [ProceduralMath.Name] = (spec, _) => new ProceduralMathTask(spec.Sizes),
        [ProceduralCode.Name] = (spec, sandbox) => new ProceduralCodeTask(spec.Sizes, sandbox),
        [OwnCode.Name] = (spec, sandbox) => new CodeFileTask(OwnCode.With(spec.Fields ?? new()), spec, sandbox),
        [Gsm8kTask.TaskName] = (spec, _) => new Gsm8kTask(spec),
        [ProblemFormat.Math.Task] = (spec, _) => new ProblemTask(ProblemFormat.Math, spec),
        [ProblemFormat.Own.Task] = (spec, _) => new ProblemTask(ProblemFormat.Own, spec),
    };

    /// <summary>The names of all tasks, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Tasks.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Opens a task. Reads no file and runs nothing yet.</summary>
    /// <param name="spec">The task.</param>
    /// <param name="sandbox">Where a task runs the programs that it judges; none to do everything with it but that.</param>
    /// <exception cref="PermanentException">The name is unknown or a size is negative; the message says what would be right.</exception>
    public static ITask Open(TaskSpec spec, ISandbox? sandbox = null)
    {
        if (!Tasks.TryGetValue(spec.Name, out var open))
        {
            throw new PermanentException($"The task's name is \"{spec.Name}\", and there is no such task; use one of {string.Join(", ", Names)}.");
        }

        foreach (var (name, size) in new[] { ("probe", spec.Sizes.Probe), ("select", spec.Sizes.Select), ("test", spec.Sizes.Test) })
        {
            if (size < 0)
            {
                throw new PermanentException($"The task's size of {name} is {size}; use 0 or more.");
            }
        }

        return open(spec, sandbox ?? NoSandbox.Instance);
    }
}
