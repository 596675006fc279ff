using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Hosting.Api;
using DataEnvGym.Hosting.Tests.Support;

namespace DataEnvGym.Hosting.Tests.Functions;

/// <summary>
/// What can be said of the Functions app without its packages, from its text: nothing that the loop or the API needs is missing there. The app's own tests say
/// the same of what is compiled.
/// </summary>
public sealed partial class FunctionSourcesTests
{
    private static readonly string Text = string.Concat(
        Directory.GetFiles(Repository.PathOf("src", "DataEnvGym.Functions"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText));

    [Fact]
    public void Functions_OfWorkflowsAndActivities_AreAllThere()
    {
        var names = new Names();
        names.AddEpisodes(new EpisodeServices(null!, null!, null!, null!, null!, null!, null!, null!, null!));
        names.AddCurricula(new EpisodeServices(null!, null!, null!, null!, null!, null!, null!, null!, null!), null!);

        names.ShouldNotBeEmpty();
        names.ShouldBeSubsetOf(Function().Matches(Text).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Triggers_Routes_AreThoseOfTheDocument()
    {
        var described = JsonNode.Parse(OpenApiDocument.Text)!["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
            .Where(operation => operation.Key is "get" or "post" or "put" or "delete").Select(operation => $"{operation.Key} {path.Key}"));

        Trigger().Matches(Text).Select(match => $"{match.Groups[2].Value} /api/{match.Groups[3].Value.Replace("{*", "{", StringComparison.Ordinal)}").Order().ShouldBe(described.Order());
    }

    [Fact]
    public void Triggers_WithoutAKey_IsTheHealthCheckAlone() =>
        Trigger().Matches(Text).Where(match => match.Groups[1].Value != "Function").Select(match => match.Groups[3].Value).ShouldBe(["healthz"]);

    // It hands out a key that opens every instance of the app.
    [Fact]
    public void Answers_ManagementAddresses_AreNeverGiven() => Text.ShouldNotContain("CreateCheckStatusResponse");

    [Theory]
    [InlineData("host.json")]
    [InlineData("host.dts.json")]
    public void Host_Version_IsThatOfTheLoop(string file)
    {
        var durable = JsonNode.Parse(File.ReadAllText(Repository.PathOf("src", "DataEnvGym.Functions", file)))!["extensions"]!["durableTask"]!;

        durable["defaultVersion"]!.GetValue<string>().ShouldBe($"{EpisodeNames.LoopVersion}");
        durable["versionMatchStrategy"]!.GetValue<string>().ShouldBe("Strict");
    }

    [GeneratedRegex("""\[Function\("([^"]+)"\)\]""")]
    private static partial Regex Function();

    [GeneratedRegex("""\[HttpTrigger\(AuthorizationLevel\.(\w+), "(\w+)", Route = "([^"]+)"\)\]""")]
    private static partial Regex Trigger();

    private sealed class Names : List<string>, IWorkflowRegistry
    {
        public void AddWorkflow<TIn, TOut>(WorkflowName<TIn, TOut> name, Func<IWorkflow<TIn, TOut>> create) => Add(name.Name);

        public void AddActivity<TIn, TOut>(ActivityName<TIn, TOut> name, Func<IActivity<TIn, TOut>> create) => Add(name.Name);
    }
}
