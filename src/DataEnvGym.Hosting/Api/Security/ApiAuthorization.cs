using DataEnvGym.Hosting.Api.Http;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Hosting.Api.Security;

/// <summary>
/// Asks for roles where App Service authentication says who calls. The key of the function is asked for before, by the host. Without
/// <paramref name="requireRoles"/> the header is not looked at: whoever can reach a service without that authentication could send one.
/// </summary>
/// <param name="requireRoles">Whether roles are asked for.</param>
internal sealed class ApiAuthorization(bool requireRoles)
{
    /// <summary>The header in which App Service says who calls; it takes out what callers send under that name.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>Refuses a caller who lacks a role.</summary>
    /// <exception cref="ApiException">Nobody is signed in, or not with that role.</exception>
    public void Require(HttpRequest request, string role)
    {
        if (!requireRoles)
        {
            return;
        }

        var header = request.Headers[Header];
        var roles = header is [{ } value]
            ? ClientPrincipal.ReadRoles(value) ?? throw new ApiException(ProblemType.Unauthenticated, "What the platform says about the caller cannot be read; sign in again.")
            : throw new ApiException(ProblemType.Unauthenticated, "Sign in with Microsoft Entra ID and send its token as a bearer token.");
        if (!roles.Contains(role))
        {
            throw new ApiException(ProblemType.Forbidden, $"This needs the role {role}; have it assigned in the app registration.");
        }
    }
}

/// <summary>The app roles that callers can have.</summary>
internal static class ApiRole
{
    /// <summary>Sees everything.</summary>
    public const string Read = "Episodes.Read";

    /// <summary>Starts, changes and deletes.</summary>
    public const string Write = "Episodes.Write";
}
