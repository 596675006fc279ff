using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes;

/// <summary>Which fields of a teacher go together.</summary>
internal static class TeacherRules
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    public static IEnumerable<string> Check(TeacherSpec teacher)
    {
        if (teacher.Timeout <= TimeSpan.Zero || teacher.Timeout > LongestTimeout)
        {
            yield return $"teacher.timeout: {teacher.Timeout} is not above zero and at most an hour; write it as hh:mm:ss, such as \"00:05:00\".";
        }

        foreach (var problem in teacher.Kind == TeacherKinds.Offline ? CheckOffline(teacher) : CheckRemote(teacher))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> CheckOffline(TeacherSpec teacher)
    {
        foreach (var (field, value) in new[] { ("model", teacher.Model), ("endpoint", teacher.Endpoint), ("apiKeyVariable", teacher.ApiKeyVariable) })
        {
            if (value is not null)
            {
                yield return $"teacher.{field}: the offline teacher calls no service; leave it out, or set teacher.kind to \"openai\", \"azure-openai\" or \"openai-compatible\".";
            }
        }
    }

    private static IEnumerable<string> CheckRemote(TeacherSpec teacher)
    {
        if (string.IsNullOrWhiteSpace(teacher.Model))
        {
            yield return $"teacher.model: \"{teacher.Kind}\" needs the name of a model; set it, such as \"gpt-4.1-mini\".";
        }

        if (teacher is { Kind: TeacherKinds.OpenAI, ApiKeyVariable: null })
        {
            yield return "teacher.apiKeyVariable: \"openai\" needs a key; set it to the name of the environment variable that holds it, such as \"OPENAI_API_KEY\".";
        }

        if (teacher.Endpoint is null)
        {
            if (teacher.Kind != TeacherKinds.OpenAI)
            {
                yield return $"teacher.endpoint: \"{teacher.Kind}\" needs the address of the service; set it, such as \"{Sample(teacher.Kind)}\".";
            }
        }
        else if (!IsHttp(teacher.Endpoint, out var address))
        {
            yield return $"teacher.endpoint: \"{teacher.Endpoint}\" is no address of a service, without user, query and fragment; write it such as \"{Sample(teacher.Kind)}\".";
        }
        else if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && (teacher.ApiKeyVariable is not null || teacher.Kind == TeacherKinds.AzureOpenAI))
        {
            yield return $"teacher.endpoint: \"{teacher.Endpoint}\" would send the key over the network in clear; use https, or leave teacher.apiKeyVariable out.";
        }

        if (teacher.Faults != new TeacherFaults())
        {
            yield return $"teacher.faults: only the offline teacher makes faults on purpose; leave them out with \"{teacher.Kind}\".";
        }
    }

    private static bool IsHttp(string endpoint, out Uri address) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out address!) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.UserInfo.Length + address.Query.Length + address.Fragment.Length == 0;

    private static string Sample(string kind) => kind switch
    {
        TeacherKinds.AzureOpenAI => "https://NAME.openai.azure.com",
        TeacherKinds.OpenAI => "https://api.openai.com/v1",
        _ => "http://localhost:8000/v1",
    };
}
