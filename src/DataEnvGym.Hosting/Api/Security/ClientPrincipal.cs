using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataEnvGym.Hosting.Api.Security;

/// <summary>
/// Who calls, as App Service writes it: Base64 of JSON
/// (<see href="https://learn.microsoft.com/azure/app-service/configure-authentication-user-identities">Work with user identities</see>).
/// </summary>
internal sealed record ClientPrincipal
{
    private const int LongestHeader = 32 * 1024;
    private const string EntraProvider = "aad";

    // How app roles are called in Entra's own tokens, and how App Service may call them after its mapping of claims.
    private static readonly string[] RoleClaims = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];

    [JsonPropertyName("auth_typ")]
    public string? Provider { get; init; }

    [JsonPropertyName("claims")]
    public IReadOnlyList<ClientClaim?>? Claims { get; init; }

    /// <summary>The roles in a header; nothing if it is not what Entra ID's callers have.</summary>
    public static IReadOnlySet<string>? ReadRoles(string header)
    {
        var json = new byte[header.Length];
        if (header.Length > LongestHeader || !Convert.TryFromBase64String(header, json, out var length))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json.AsSpan(0, length), ClientPrincipalJson.Default.ClientPrincipal) is { Provider: EntraProvider } principal
                ? (principal.Claims ?? []).Where(claim => RoleClaims.Contains(claim?.Type)).Select(claim => claim!.Value ?? "").ToHashSet(StringComparer.Ordinal)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Something that is said about a caller.</summary>
internal sealed record ClientClaim
{
    [JsonPropertyName("typ")]
    public string? Type { get; init; }

    [JsonPropertyName("val")]
    public string? Value { get; init; }
}

[JsonSourceGenerationOptions(MaxDepth = 8, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ClientPrincipal))]
internal sealed partial class ClientPrincipalJson : JsonSerializerContext;
