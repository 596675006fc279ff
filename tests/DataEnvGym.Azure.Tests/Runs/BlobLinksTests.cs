using System.Net;
using System.Web;
using Azure.Core.Pipeline;
using DataEnvGym.Azure.Runs;
using DataEnvGym.Azure.Storage;

namespace DataEnvGym.Azure.Tests.Runs;

/// <summary>Links signed by an identity; Azurite gives no keys to identities over plain HTTP, so the service's answers are played.</summary>
public sealed class BlobLinksTests : IDisposable
{
    private readonly TestClock clock = new();
    private readonly StubHandler service;

    public BlobLinksTests() => service = new(Answer);

    private BlobRuns Runs => field ??= new(AzureStorageClients.ConnectByIdentity("lab", new FixedCredential(), new HttpClientTransport(service)), clock);

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task Link_ToAnArtefact_AllowsToReadItAloneForAShortTime()
    {
        var link = (await Runs.LinkAsync("run-1", "report.md", TimeSpan.FromMinutes(10), CancellationToken.None))!;

        link.GetLeftPart(UriPartial.Path).ShouldBe("https://lab.blob.core.windows.net/artifacts/run-1/report.md");
        var sas = HttpUtility.ParseQueryString(link.Query);
        (sas["sp"], sas["sr"], sas["spr"], sas["skoid"], sas["rscd"]).ShouldBe(("r", "b", "https", "00000000-0000-0000-0000-0000000000aa", "attachment"));
        sas["se"].ShouldBe("2026-03-01T12:10:00Z");
        sas["sig"].ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Links_WithinTheLifeOfTheKey_ShareItAndThenGetAnother()
    {
        await LinkAsync();
        await LinkAsync();
        clock.Now += TimeSpan.FromHours(3);
        await LinkAsync();
        KeysAsked().ShouldBe(1);

        clock.Now += TimeSpan.FromMinutes(30);
        await LinkAsync();
        KeysAsked().ShouldBe(2);
    }

    [Fact]
    public async Task Link_ToNothing_IsNothing() => (await Runs.LinkAsync("run-1", "missing", TimeSpan.FromMinutes(1), CancellationToken.None)).ShouldBeNull();

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    public async Task Link_ForNoTimeOrTooLong_IsRefused(int minutes) => await Should.ThrowAsync<ArgumentOutOfRangeException>(
        () => Runs.LinkAsync("run-1", "report.md", TimeSpan.FromMinutes(minutes), CancellationToken.None));

    private Task<Uri?> LinkAsync() => Runs.LinkAsync("run-1", "report.md", TimeSpan.FromHours(1), CancellationToken.None);

    private int KeysAsked() => service.Requests.Count(request => request.Contains("comp=userdelegationkey", StringComparison.Ordinal));

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Head)
        {
            return StubHandler.Status(request.RequestUri!.AbsolutePath.EndsWith("missing", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK);
        }

        var (start, end) = (clock.Now.AddMinutes(-5), clock.Now.AddHours(4));
        return StubHandler.Status(HttpStatusCode.OK, $"""
            <?xml version="1.0" encoding="utf-8"?>
            <UserDelegationKey><SignedOid>00000000-0000-0000-0000-0000000000aa</SignedOid><SignedTid>00000000-0000-0000-0000-0000000000bb</SignedTid>
            <SignedStart>{start:yyyy-MM-ddTHH:mm:ssZ}</SignedStart><SignedExpiry>{end:yyyy-MM-ddTHH:mm:ssZ}</SignedExpiry>
            <SignedService>b</SignedService><SignedVersion>2026-02-06</SignedVersion><Value>c2lnbmluZyBrZXkgb2YgYSB0ZXN0</Value></UserDelegationKey>
            """);
    }
}
