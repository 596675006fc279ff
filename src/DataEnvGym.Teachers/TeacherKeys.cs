using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Teachers;

/// <summary>Looks for the keys that a spec's teachers need.</summary>
public static class TeacherKeys
{
    /// <summary>What is missing, a sentence for each teacher whose key is not there; empty if all are.</summary>
    /// <param name="spec">The episode.</param>
    /// <param name="variable">Reads an environment variable.</param>
    public static IReadOnlyList<string> FindMissing(EpisodeSpec spec, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(variable);
        return
        [
            .. spec.NamedTeachers().Where(named => named.Teacher.ApiKeyVariable is { } name && string.IsNullOrWhiteSpace(variable(name))).Select(named =>
                $"{named.Field}.apiKeyVariable: the environment variable {named.Teacher.ApiKeyVariable} is not set; set it to the key of the service."),
        ];
    }
}
