using System.Text.RegularExpressions;

namespace DataEnvGym.Core.Curricula;

/// <summary>Ids of curricula, short enough that the ids of their runs are run ids.</summary>
public static partial class CurriculumId
{
    internal const string Form = "^[a-z0-9][a-z0-9-]{2,51}$";

    /// <summary>Whether a text is an id.</summary>
    public static bool IsValid(string id) => Id().IsMatch(id);

    /// <summary>Refuses what is no id.</summary>
    /// <exception cref="CurriculumException">It is malformed.</exception>
    public static void Require(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (!IsValid(id))
        {
            throw new CurriculumException(
                CurriculumProblem.Invalid,
                $"'{(id.Length > 60 ? id[..60] + "…" : id)}' is no curriculum id: use 3 to 52 lower-case letters, digits and hyphens, beginning with a letter or digit.");
        }
    }

    /// <summary>The id of a run, which also is its workflow's instance id.</summary>
    public static string RunOf(string id, int number) => $"{id}-{number}";

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{2,51}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
