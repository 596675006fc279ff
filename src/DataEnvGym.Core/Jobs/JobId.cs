using System.Text.RegularExpressions;

namespace DataEnvGym.Core.Jobs;

/// <summary>Ids of jobs: safe in a path, a blob name and an event name.</summary>
public static partial class JobId
{
    /// <summary>The id of the job that makes an artefact, from the artefact's name.</summary>
    public static string Of(string kind, string artifact)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        return $"{kind}.{artifact.Replace('/', '.')}";
    }

    /// <summary>Refuses what is no id.</summary>
    /// <exception cref="JobException">It is malformed.</exception>
    public static void Require(string job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (!Form().IsMatch(job))
        {
            throw new JobException($"'{(job.Length > 100 ? job[..100] + "…" : job)}' is no job id: use 1 to 100 of a-z, 0-9, '.', '_' and '-', a letter or digit first.");
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
