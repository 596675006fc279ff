using System.ClientModel;
using Azure.Identity;

namespace DataEnvGym.Azure;

/// <summary>The identity of this process, for services of Azure other than storage.</summary>
public static class EntraTokens
{
    /// <summary>Gives tokens of the managed identity, or on a developer's machine of whoever is logged in. Nothing is asked before a token is.</summary>
    /// <param name="clientId">The managed identity, where the host has several.</param>
    public static AuthenticationTokenProvider Of(string? clientId = null) =>
        new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = string.IsNullOrEmpty(clientId) ? null : clientId });
}
