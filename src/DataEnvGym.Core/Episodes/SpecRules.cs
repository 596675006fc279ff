using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes;

/// <summary>What a schema cannot say: fields that do not go together.</summary>
internal static class SpecRules
{
    public static List<string> Check(EpisodeSpec spec)
    {
        var problems = new List<string>();
        if (!spec.Stop.HasLimit)
        {
            problems.Add("stop: no limit is set, so the episode would never end; set at least one, such as \"iterations\": 4.");
        }

        if (spec.Stop.WallClock is { } clock && clock <= TimeSpan.Zero)
        {
            problems.Add($"stop.wallClock: {clock} is not a span of time above zero; write it as hh:mm:ss, such as \"00:30:00\".");
        }

        if (IsWithoutData(spec.Task))
        {
            problems.Add("task.data: gsm8k is read from files; set it to the folder that holds train.jsonl and test.jsonl (on the command line: --data FOLDER).");
        }

        if (spec.Task.Name == "gsm8k" && spec.Agent.Kind != AgentKind.Selection && spec.Teacher.Kind == TeacherKinds.Offline)
        {
            problems.Add("agent.kind: the offline teacher knows the procedural tasks alone and cannot write for gsm8k; set it to \"selection\".");
        }

        if (spec.Agent.Kind == AgentKind.Selection && spec.Environment != EnvironmentKind.OpenEnded)
        {
            problems.Add($"environment: \"{Words.Of(spec.Environment)}\" needs a teacher that names skills; with agent.kind \"selection\" set it to \"open-ended\".");
        }

        if (spec.Agent.Kind == AgentKind.NoState && spec.Environment != EnvironmentKind.OpenEnded)
        {
            problems.Add($"environment: \"{Words.Of(spec.Environment)}\" shows the agent how the student does; with agent.kind \"no-state\" set it to \"open-ended\".");
        }

        problems.AddRange(PolicyRules.Check(spec.Agent.Policy));
        problems.AddRange(TreeRules.Check(spec));
        problems.AddRange(TeacherRules.Check(spec));
        problems.AddRange(SkillsRules.Check(spec));
        return problems;
    }

    /// <summary>Whether a task that is read from files does not say where they are.</summary>
    public static bool IsWithoutData(TaskSpec task) => task.Name == "gsm8k" && string.IsNullOrWhiteSpace(task.Data);
}
