using System.Text;
using DataEnvGym.Hosting.Tests.Support;

namespace DataEnvGym.Hosting.Tests.Api;

public sealed class AuthorizationTests(RolesServer roles) : IClassFixture<RolesServer>
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private readonly ApiServer server = roles.Server;

    [Theory]
    [InlineData("GET", "/api/episodes", "Episodes.Read", 200)]
    [InlineData("GET", "/api/episodes", "Episodes.Write", 403)]
    [InlineData("GET", "/api/episodes/none", "Episodes.Read", 404)]
    [InlineData("GET", "/api/episodes/none/artifacts", "Episodes.Write", 403)]
    [InlineData("GET", "/api/episodes/none/artifacts/report.json", "Episodes.Write", 403)]
    [InlineData("GET", "/api/episodes/none/examples", "Episodes.Write", 403)]
    [InlineData("GET", "/api/openapi.json", "Episodes.Read", 200)]
    [InlineData("GET", "/api/openapi.json", "episodes.read", 403)]
    [InlineData("POST", "/api/episodes", "Episodes.Read", 403)]
    [InlineData("POST", "/api/episodes", "Episodes.Write", 415)]
    [InlineData("POST", "/api/episodes/none/cancel", "Episodes.Read", 403)]
    [InlineData("POST", "/api/episodes/none/pause", "Episodes.Read", 403)]
    [InlineData("POST", "/api/episodes/none/resume", "Episodes.Read", 403)]
    [InlineData("POST", "/api/episodes/none/approve", "Episodes.Read", 403)]
    [InlineData("DELETE", "/api/episodes/none", "Episodes.Read", 403)]
    [InlineData("DELETE", "/api/episodes/none", "Episodes.Write", 404)]
    public async Task Request_WithARole_IsLetThroughOnlyWithTheRightOne(string method, string path, string role, int status)
    {
        var answer = (await SendAsync(method, path, Principal(role))).ShouldBe(status);
        if (status == 403)
        {
            answer.ShouldBeProblem(403, "forbidden");
        }

        (await SendAsync(method, path)).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task Health_WithoutAnything_Answers() => (await SendAsync("GET", "/api/healthz")).ShouldBe(200).Text.ShouldBe("""{"status":"ok"}""");

    [Fact]
    public async Task Request_RolesInMappedClaims_AreSeen() => (await SendAsync("GET", "/api/episodes", Encode("""
        {"auth_typ":"aad","name_typ":"n","role_typ":"r","claims":[{"typ":"name","val":"Ann"},{"typ":"http://schemas.microsoft.com/ws/2008/06/identity/claims/role","val":"Episodes.Read"}]}
        """))).ShouldBe(200);

    public static TheoryData<string> BadPrincipals => new(
        "",
        "not base64!",
        Encode("no json"),
        Encode("null"),
        Encode("[]"),
        Encode("""{"claims":[{"typ":"roles","val":"Episodes.Read"}]}"""),
        Encode("""{"auth_typ":"github","claims":[{"typ":"roles","val":"Episodes.Read"}]}"""),
        Encode("""{"auth_typ":"aad","claims":"Episodes.Read"}"""),
        Encode("""{"auth_typ":"aad","auth_typ":"aad","claims":[]}"""),
        Encode($$"""{"auth_typ":"aad","claims":{{new string('[', 1000)}}{{new string(']', 1000)}}}"""),
        Encode($$"""{"auth_typ":"aad","claims":[{"typ":"roles","val":"Episodes.Read"}],"name_typ":"{{new string('x', 25_000)}}"}"""),
        Convert.ToBase64String([0xff, 0xfe, 0x00, 0x7b]));

    [Theory]
    [MemberData(nameof(BadPrincipals))]
    public async Task Request_PrincipalThatCannotBeRead_IsUnauthenticated(string header) =>
        (await SendAsync("GET", "/api/episodes", header)).ShouldBeProblem(401, "unauthenticated");

    [Fact]
    public async Task Request_TwoPrincipals_AreUnauthenticated() =>
        (await SendAsync("GET", "/api/episodes", Principal("Episodes.Read"), Principal("Episodes.Write"))).ShouldBeProblem(401, "unauthenticated");

    [Theory]
    [InlineData("""{"auth_typ":"aad"}""")]
    [InlineData("""{"auth_typ":"aad","claims":[null,{},{"typ":"roles"},{"val":"Episodes.Read"},{"typ":"role","val":"Episodes.Read"}]}""")]
    public async Task Request_SignedInWithoutRoles_IsForbidden(string principal) => (await SendAsync("GET", "/api/episodes", Encode(principal))).ShouldBeProblem(403, "forbidden");

    // Without App Service in front anybody could send the header, so that it must not count for anything.
    [Fact]
    public async Task Request_RolesAreNotAskedFor_HeaderIsIgnored()
    {
        var open = await ApiServer.StartAsync(new());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/episodes") { Headers = { { Header, "garbage" } } };

        (await open.SendAsync(request)).ShouldBe(200);
        await open.DisposeAsync();
    }

    private static string Principal(string role) => Encode($$"""{"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[{"typ":"roles","val":"{{role}}"}]}""");

    private static string Encode(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json));

    private async Task<Answer> SendAsync(string method, string path, params string[] principals)
    {
        using var request = new HttpRequestMessage(new(method), path);
        foreach (var principal in principals)
        {
            request.Headers.TryAddWithoutValidation(Header, principal);
        }

        return await server.SendAsync(request);
    }
}
