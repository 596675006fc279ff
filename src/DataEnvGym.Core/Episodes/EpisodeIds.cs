using System.Security.Cryptography;
using System.Text.Json;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Core.Episodes;

/// <summary>Names episodes after what they do.</summary>
public static class EpisodeIds
{
    /// <summary>The name of a spec with eight digits of its hash. Where files lie on this machine does not count.</summary>
    public static string Of(EpisodeSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var content = spec.WithTeachers(teacher => teacher with { Fixtures = Path.GetFileName(teacher.Fixtures) }) with
        {
            Schema = null,
            Task = spec.Task with { Data = Path.GetFileName(spec.Task.Data?.TrimEnd('/', '\\')) },
            Skills = spec.Skills is null ? null : spec.Skills with { File = Path.GetFileName(spec.Skills.File) },
            Agent = spec.Agent with { Data = Path.GetFileName(spec.Agent.Data) },
            Student = spec.Student with { Checkpoint = Path.GetFileName(spec.Student.Checkpoint) },
        };
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, CoreJson.Default.EpisodeSpec));
        return $"{spec.Name}-{Convert.ToHexStringLower(hash.AsSpan(0, 4))}";
    }
}
