using System.Text.RegularExpressions;

namespace DataEnvGym.Infrastructure.Tests;

public sealed partial class ContainerTests
{
    [Theory]
    [InlineData("Dockerfile.worker", false)]
    [InlineData("Dockerfile.worker-cuda", true)]
    public void Dockerfile_Image_IsPinnedAndWithoutRoot(string name, bool cuda)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.InfraFolder, "docker", name));
        var bases = lines.Where(l => l.StartsWith("FROM ")).ToList();
        bases.Count.ShouldBe(2);
        bases.ShouldAllBe(l => Pinned().IsMatch(l));

        var final = lines.Skip(Array.IndexOf(lines, bases[1])).ToList();
        final.ShouldContain("USER $APP_UID");
        final.ShouldContain("EXPOSE 8080");
        final.IndexOf("USER $APP_UID").ShouldBeLessThan(final.FindIndex(l => l.StartsWith("ENTRYPOINT")));
        final.ShouldContain(l => l.Contains(cuda ? "Worker__Device=cuda" : "Worker__Device=cpu"));

        var publish = lines.Single(l => l.StartsWith("RUN dotnet publish src/DataEnvGym.Worker "));
        publish.Contains("-p:LibTorch=cuda").ShouldBe(cuda);
    }

    [Fact]
    public void Compose_Workers_WaitForAzuriteAndAreWatched()
    {
        var compose = Yaml.Read("compose.yaml");
        compose.Text("services/worker/deploy/replicas").ShouldBe("2");
        compose.Text("services/worker/depends_on/azurite/condition").ShouldBe("service_healthy");
        compose.Items("services/worker/healthcheck/test").Last().ShouldContain("GET /healthz");
        compose.Items("services/azurite/healthcheck/test").Last().ShouldContain("10000");
        compose.Keys("services/worker/environment").ShouldBe(["Storage__ConnectionString", "Worker__Device", "Worker__HealthPort"], ignoreOrder: true);
        compose.Text("services/worker/environment/Storage__ConnectionString").ShouldContain("http://azurite:10001/devstoreaccount1;");
        compose.Items("services/azurite/ports").ShouldAllBe(p => p.StartsWith("127.0.0.1:"));

        var context = Path.GetFullPath(Path.Combine(Repository.InfraFolder, compose.Text("services/worker/build/context")));
        Path.TrimEndingDirectorySeparator(context).ShouldBe(Repository.Root);
        File.Exists(Path.Combine(context, compose.Text("services/worker/build/dockerfile"))).ShouldBeTrue();
    }

    [Fact]
    public void Azurite_Version_IsTheSameEverywhere()
    {
        var script = File.ReadAllText(Path.Combine(Repository.InfraFolder, "azurite.sh"));
        var version = Version().Match(script).Groups[1].Value;
        version.ShouldNotBeEmpty();

        var compose = Yaml.Read("compose.yaml");
        compose.Text("services/azurite/image").ShouldStartWith($"mcr.microsoft.com/azure-storage/azurite:{version}@sha256:");
        foreach (var flag in new[] { "--skipApiVersionCheck", "--disableTelemetry", "--silent" })
        {
            script.ShouldContain(flag);
            compose.Items("services/azurite/command").ShouldContain(flag);
        }
    }

    [Fact]
    public void DockerIgnore_WhatTheBuildReads_IsLetThrough()
    {
        var rules = File.ReadAllLines(Path.Combine(Repository.Root, ".dockerignore")).Where(l => l.Length > 0 && l[0] != '#').ToList();
        rules[0].ShouldBe("*");
        foreach (var needed in new[] { "src", "eng", "docs/*.json", ".editorconfig", "Directory.Build.props", "Directory.Packages.props", "global.json", "nuget.config" })
        {
            rules.ShouldContain("!" + needed);
        }
    }

    [GeneratedRegex(@"^FROM mcr\.microsoft\.com/[a-z/]+:\d+\.\d+\.\d+-noble@sha256:[0-9a-f]{64}( AS build)?$")]
    private static partial Regex Pinned();

    [GeneratedRegex("^version=(.+)$", RegexOptions.Multiline)]
    private static partial Regex Version();
}
