using DataEnvGym.Hosting.Tests.Support;

namespace DataEnvGym.Hosting.Tests.Api;

public sealed class ListTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task List_Pages_GoThroughAllOnce()
    {
        foreach (var id in (string[])["list-a", "list-b", "list-c", "list-d"])
        {
            await server.RunAsync(id);
        }

        var (seen, path) = (new List<string>(), "/api/episodes?limit=3");
        while (path is not null)
        {
            var page = (await server.GetAsync(path)).ShouldBe(200).Json;
            page["items"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(3);
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
            path = page["next"]?.GetValue<string>();
        }

        seen.ShouldBe(["list-a", "list-b", "list-c", "list-d"]);
        (await server.GetAsync("/api/episodes")).Json["items"]![0]!["state"]!.GetValue<string>().ShouldBe("completed");
    }
}
