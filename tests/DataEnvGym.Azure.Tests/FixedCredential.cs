using Azure.Core;

namespace DataEnvGym.Azure.Tests;

/// <summary>An identity whose token is always the same.</summary>
internal sealed class FixedCredential : TokenCredential
{
    public const string Token = "token-of-the-identity";

    public List<string> Scopes { get; } = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scopes.AddRange(requestContext.Scopes);
        return new(Token, DateTimeOffset.MaxValue);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
}
