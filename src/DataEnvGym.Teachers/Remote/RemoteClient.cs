using System.ClientModel;
using System.ClientModel.Primitives;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using OpenAI;

namespace DataEnvGym.Teachers.Remote;

/// <summary>Makes the client of a service, with its address and its credentials.</summary>
internal static class RemoteClient
{
    private const string AzureScope = "https://cognitiveservices.azure.com/.default";
    private const string AzureVersionPath = "openai/v1/";

    // Connections are shared by all calls of the process. A redirect could carry the key to another server.
    private static readonly HttpClient Shared = Client(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) });

    /// <summary>The key of a spec; nothing if it names none.</summary>
    /// <exception cref="TeacherException">The variable is not set.</exception>
    public static string? KeyOf(TeacherSpec spec, TeacherAccess access)
    {
        if (spec.ApiKeyVariable is not { } variable)
        {
            return null;
        }

        return access.Variable(variable) is { } key && !string.IsNullOrWhiteSpace(key)
            ? key.Trim()
            : throw new TeacherException($"The environment variable {variable}, which teacher.apiKeyVariable names, is not set: set it to the key of the service.");
    }

    /// <summary>Opens a client. It makes one try per call: tries are counted and spaced elsewhere.</summary>
    public static OpenAIClient Open(TeacherSpec spec, string? key, TeacherAccess access)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = AddressOf(spec),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            RetryPolicy = new ClientRetryPolicy(0),
            Transport = new HttpClientPipelineTransport(access.Transport is { } transport ? Client(transport) : Shared),
            ClientLoggingOptions = new() { EnableLogging = false },
        };
        if (key is null && spec.Kind == TeacherKinds.AzureOpenAI)
        {
            var tokens = access.Entra ?? throw new TeacherException(
                "teacher.apiKeyVariable is not set and this host has no Entra identity: set it to the name of the environment variable that holds the key.");
#pragma warning disable OPENAI001 // Marked as new; there is no other way in for tokens.
            return new(new BearerTokenPolicy(tokens, AzureScope), options);
#pragma warning restore OPENAI001
        }

        // Servers without a key do not look at it, but the client wants one.
        return new(new ApiKeyCredential(key ?? "none"), options);
    }

    private static Uri? AddressOf(TeacherSpec spec)
    {
        if (spec.Endpoint is null)
        {
            return null;
        }

        var address = new Uri(spec.Endpoint);
        return spec.Kind == TeacherKinds.AzureOpenAI && address.AbsolutePath == "/" ? new Uri(address, AzureVersionPath) : address;
    }

    private static HttpClient Client(HttpMessageHandler handler) => new(new BoundedAnswers(handler)) { Timeout = Timeout.InfiniteTimeSpan };
}
