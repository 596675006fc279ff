using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes;

/// <summary>One episode: who is taught what, by whom, how, and when it ends.</summary>
public sealed record EpisodeSpec
{
    /// <summary>The JSON Schema of this document, for editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>A short name; runs are called after it.</summary>
    [RegularExpression("^[a-z0-9][a-z0-9-]{0,47}$")]
    public string Name { get; init; } = "episode";

    /// <summary>All randomness of the episode follows from this number.</summary>
    public uint Seed { get; init; } = 1;

    /// <summary>Which task is taught and examined.</summary>
    public TaskSpec Task { get; init; } = new();

    /// <summary>Which student is taught.</summary>
    public StudentSpec Student { get; init; } = new();

    /// <summary>Who writes the training data, and what a call to it may cost.</summary>
    public TeacherSpec Teacher { get; init; } = new();

    /// <summary>Other teachers for single roles; each that is left out is done by <see cref="Teacher"/>. They share one budget.</summary>
    public TeacherRoles? Teachers { get; init; }

    /// <summary>How structured the agent's view of the student is.</summary>
    public EnvironmentKind Environment { get; init; } = EnvironmentKind.SkillList;

    /// <summary>Where the skills come from; left out, the teacher discovers them.</summary>
    public SkillsSpec? Skills { get; init; }

    /// <summary>Who decides what to teach.</summary>
    public AgentSpec Agent { get; init; } = new();

    /// <summary>Examples that the agent may order in one iteration.</summary>
    [Range(1, 1_000_000)]
    public int ExamplesPerIteration { get; init; } = 1000;

    /// <summary>What an example must pass before it is trained on.</summary>
    public CurationSpec Curation { get; init; } = new();

    /// <summary>Whether a person must approve of an iteration's examples before they are trained on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ApprovalGate Approval { get; init; }

    /// <summary>How the student is fine-tuned.</summary>
    public TrainingSpec Training { get; init; } = new();

    /// <summary>When the episode ends: at the first of these limits that is reached. At least one is needed.</summary>
    public StopSpec Stop { get; init; } = new();

    /// <summary>The teacher that does a role.</summary>
    public TeacherSpec TeacherFor(TeacherRole role) => Teachers?.Of(role) ?? Teacher;

    /// <summary>The spec with every teacher changed in the same way.</summary>
    public EpisodeSpec WithTeachers(Func<TeacherSpec, TeacherSpec> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with
        {
            Teacher = change(Teacher),
            Teachers = Teachers is { } roles ? roles with { Labeller = Changed(roles.Labeller), Planner = Changed(roles.Planner), Judge = Changed(roles.Judge) } : null,
        };

        TeacherSpec? Changed(TeacherSpec? teacher) => teacher is null ? null : change(teacher);
    }

    /// <summary>Each teacher that the spec describes, with its field in the spec.</summary>
    public IEnumerable<(string Field, TeacherSpec Teacher)> NamedTeachers()
    {
        yield return ("teacher", Teacher);
        foreach (var role in Enum.GetValues<TeacherRole>())
        {
            if (Teachers?.Of(role) is { } teacher)
            {
                yield return ($"teachers.{Words.Of(role)}", teacher);
            }
        }
    }
}
