using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Core.Episodes;

/// <summary>The words by which specs and reports call things.</summary>
public static class Words
{
    /// <summary>The name of an agent's kind, as in a spec.</summary>
    public static string Of(AgentKind kind) => Name(kind, CoreJson.Default.AgentKind);

    /// <summary>The name of an environment, as in a spec.</summary>
    public static string Of(EnvironmentKind kind) => Name(kind, CoreJson.Default.EnvironmentKind);

    /// <summary>The name of a reason to stop, as in a report.</summary>
    public static string Of(StopReason reason) => Name(reason, CoreJson.Default.StopReason);

    /// <summary>The name of a policy, as in a spec.</summary>
    public static string Of(Policies.PolicyKind kind) => Name(kind, CoreJson.Default.PolicyKind);

    /// <summary>The name of a tree policy, as in a spec.</summary>
    public static string Of(Policies.Trees.TreePolicyKind kind) => Name(kind, CoreJson.Default.TreePolicyKind);

    /// <summary>The name of a teacher's role, as in a spec.</summary>
    public static string Of(Teachers.TeacherRole role) => Name(role, CoreJson.Default.TeacherRole);

    /// <summary>What became of a call, as in its record.</summary>
    public static string Of(Teachers.CallEnd end) => Name(end, CoreJson.Default.CallEnd);

    /// <summary>The name of a source of skills, as in a spec.</summary>
    public static string Of(Skills.SkillSource source) => Name(source, CoreJson.Default.SkillSource);

    /// <summary>The name of a split, as in a spec's sizes.</summary>
    public static string Of(Tasks.Split split) => split.ToString().ToLowerInvariant();

    private static string Name<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type).Trim('"');
}
