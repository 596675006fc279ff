using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Students;
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
            problems.Add($"task.data: {spec.Task.Name} is read from files; set it to the folder that holds {FilesOf(spec.Task)} (on the command line: --data FOLDER).");
        }

        if (IsFromFiles(spec.Task) && spec.Agent.Kind != AgentKind.Selection && spec.Teacher.Kind == TeacherKinds.Offline)
        {
            problems.Add($"agent.kind: the offline teacher knows the procedural tasks alone and cannot write for {spec.Task.Name}; set it to \"selection\".");
        }

        if (spec.Task.Name == "procedural-code" && spec.Student.Name != EmbeddedStudents.Code)
        {
            problems.Add($"student.name: \"{spec.Student.Name}\" was never taught Python; for the task procedural-code set it to \"{EmbeddedStudents.Code}\".");
        }

        if (spec.Environment != EnvironmentKind.OpenEnded && WhyOnlyOpenEnded(spec.Agent.Kind) is var (needs, agent))
        {
            problems.Add($"environment: \"{Words.Of(spec.Environment)}\" {needs}; with agent.kind {agent} set it to \"open-ended\".");
        }

        if (spec.Agent is { Data: { } data, Kind: var kind } && (kind != AgentKind.Selection || string.IsNullOrWhiteSpace(data)))
        {
            problems.Add(kind == AgentKind.Selection
                ? "agent.data: it is empty; name a file, such as `dataenvgym import` writes, or leave it out to select from the task's own training data."
                : $"agent.data: \"{data}\" would not be read by the agent \"{Words.Of(kind)}\"; leave it out, or set agent.kind to \"selection\".");
        }

        problems.AddRange(TaskRules.Check(spec.Task));
        problems.AddRange(PolicyRules.Check(spec.Agent.Policy));
        problems.AddRange(TreeRules.Check(spec));
        problems.AddRange(TeacherRules.Check(spec));
        problems.AddRange(CurationRules.Check(spec));
        problems.AddRange(SkillsRules.Check(spec));
        return problems;
    }

    // What a structured environment has that the agent goes without.
    private static (string Needs, string Agent)? WhyOnlyOpenEnded(AgentKind kind) => kind switch
    {
        AgentKind.Selection => ("needs a teacher that names skills", "\"selection\""),
        AgentKind.NoState => ("shows the agent how the student does", "\"no-state\""),
        AgentKind.Seeded => ("shows the agent how the student does", "\"seeded\", which is shown training items in its place,"),
        _ => null,
    };

    /// <summary>The files of a task, in words.</summary>
    public static string FilesOf(TaskSpec task) => task.Name switch
    {
        "gsm8k" => "train.jsonl and test.jsonl",
        "math" => "train.jsonl and test.jsonl, or train and test as folders of JSON files",
        "math-jsonl" => "train.jsonl and test.jsonl, or the same as .csv or .parquet",
        "humaneval" => "HumanEval.jsonl.gz",
        "mbpp" => "mbpp.jsonl",
        "livecodebench" => "test.jsonl",
        _ => "code.jsonl",
    };

    /// <summary>Whether a task that is read from files does not say where they are.</summary>
    public static bool IsWithoutData(TaskSpec task) => IsFromFiles(task) && string.IsNullOrWhiteSpace(task.Data);

    private static bool IsFromFiles(TaskSpec task) => !task.Name.StartsWith("procedural-", StringComparison.Ordinal);
}
