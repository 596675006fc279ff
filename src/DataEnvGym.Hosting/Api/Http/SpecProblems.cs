using System.Text.RegularExpressions;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Hosting.Api.Http;

/// <summary>Tells a caller what is wrong with a spec, field by field.</summary>
internal static partial class SpecProblems
{
    public static ApiException ToApi(SpecException error) =>
        new(ProblemType.InvalidSpec, error.Problems.Count == 1 ? error.Problems[0] : $"The spec has {error.Problems.Count:N0} problems; errors names them.")
        {
            Errors = [.. error.Problems.Select(ToError)],
        };

    // A problem begins with the path of its field, unless it is about the document as a whole.
    private static KeyValuePair<string, string> ToError(string problem) =>
        Field().Match(problem) is { Success: true } match ? new(match.Groups[1].Value, match.Groups[2].Value) : new("", problem);

    [GeneratedRegex(@"\A([^\s:]+): (.*)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Field();
}
