using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes;

/// <summary>Which fields of a teacher go together.</summary>
internal static class TeacherRules
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    /// <summary>What is wrong with the teachers of a spec.</summary>
    public static IEnumerable<string> Check(EpisodeSpec spec)
    {
        foreach (var (field, teacher) in spec.NamedTeachers())
        {
            foreach (var problem in Check(field, teacher))
            {
                yield return problem;
            }

            if (spec.Stop.Money is not null && teacher.Kind != TeacherKinds.Offline && !teacher.Price.IsSet)
            {
                yield return $"{field}.price: is not set, so that stop.money would count nothing, and the program knows no price of this model; set inputPerMillion and outputPerMillion to what the service charges, or leave stop.money out.";
            }
        }
    }

    private static IEnumerable<string> Check(string field, TeacherSpec teacher)
    {
        if (teacher.Timeout <= TimeSpan.Zero || teacher.Timeout > LongestTimeout)
        {
            yield return $"{field}.timeout: {teacher.Timeout} is not above zero and at most an hour; write it as hh:mm:ss, such as \"00:05:00\".";
        }

        if (teacher.Kind == TeacherKinds.Replay && string.IsNullOrWhiteSpace(teacher.Fixtures))
        {
            yield return $"{field}.fixtures: \"replay\" needs a recording; set it to the file that dataenvgym answers export has made.";
        }
        else if (teacher.Kind != TeacherKinds.Replay && teacher.Fixtures is not null)
        {
            yield return $"{field}.fixtures: only \"replay\" plays a recording; leave it out with \"{teacher.Kind}\", or set {field}.kind to \"replay\".";
        }

        if (teacher.Kind != TeacherKinds.Offline && teacher.Faults != new TeacherFaults())
        {
            yield return $"{field}.faults: only the offline teacher makes faults on purpose; leave them out with \"{teacher.Kind}\".";
        }

        foreach (var problem in teacher.Kind is TeacherKinds.Offline or TeacherKinds.Replay ? CheckLocal(field, teacher) : CheckRemote(field, teacher))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> CheckLocal(string field, TeacherSpec teacher)
    {
        var who = teacher.Kind == TeacherKinds.Offline ? "the offline teacher" : "\"replay\"";
        (string Name, bool IsSet)[] fields =
        [
            ("model", teacher.Model is not null && teacher.Kind == TeacherKinds.Offline), ("endpoint", teacher.Endpoint is not null), ("apiKeyVariable", teacher.ApiKeyVariable is not null),
            ("requestsPerMinute", teacher.RequestsPerMinute is not null), ("tokensPerMinute", teacher.TokensPerMinute is not null), ("streaming", teacher.Streaming),
        ];
        foreach (var (name, isSet) in fields)
        {
            if (isSet)
            {
                yield return $"{field}.{name}: {who} calls no service; leave it out, or set {field}.kind to \"openai\", \"azure-openai\" or \"openai-compatible\".";
            }
        }
    }

    private static IEnumerable<string> CheckRemote(string field, TeacherSpec teacher)
    {
        if (string.IsNullOrWhiteSpace(teacher.Model))
        {
            yield return $"{field}.model: \"{teacher.Kind}\" needs the name of a model; set it, such as \"gpt-4.1-mini\".";
        }

        if (teacher is { Kind: TeacherKinds.OpenAI, ApiKeyVariable: null })
        {
            yield return $"{field}.apiKeyVariable: \"openai\" needs a key; set it to the name of the environment variable that holds it, such as \"OPENAI_API_KEY\".";
        }

        if (teacher.Endpoint is null)
        {
            if (teacher.Kind != TeacherKinds.OpenAI)
            {
                yield return $"{field}.endpoint: \"{teacher.Kind}\" needs the address of the service; set it, such as \"{Sample(teacher.Kind)}\".";
            }
        }
        else if (!IsHttp(teacher.Endpoint, out var address))
        {
            yield return $"{field}.endpoint: \"{teacher.Endpoint}\" is no address of a service, without user, query and fragment; write it such as \"{Sample(teacher.Kind)}\".";
        }
        else if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && (teacher.ApiKeyVariable is not null || teacher.Kind == TeacherKinds.AzureOpenAI))
        {
            yield return $"{field}.endpoint: \"{teacher.Endpoint}\" would send the key over the network in clear; use https, or leave {field}.apiKeyVariable out.";
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
