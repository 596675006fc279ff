using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Sandbox;
using DataEnvGym.Teachers;
using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.EndToEnd.Tests.Curation;

/// <summary>A judge on code: its programs are run against the tests of the draft, in the sandbox, and never compared with the draft's own.</summary>
public sealed class CodeJudgeTests
{
    // Passes its tests, which are wrong as well: only somebody who solves the question anew can tell.
    private static readonly Draft Wrong = Code("f(a): the sum of all numbers in the list a", "sum(a) + 1", "assert f([1, 2]) == 4\nassert f([]) == 1");
    private static readonly Draft Right = Code("f(s): s backwards", "s[::-1]", "assert f('abc') == 'cba'\nassert f('') == ''");
    private static readonly Draft Dull = Code("f(n): n plus two", "n + 2", "assert f(1) == 3\nassert f(5) == 7");
    private static readonly Draft Failing = Code("f(n): n times two", "n * 3", "assert f(1) == 2");
    private static readonly Draft Strange = Code("f(n): n minus two", "n - 2", "assert f(1) == -1\nassert f(5) == 3");

    [SkippableFact]
    public async Task Verify_Code_RunsTheJudgesProgramsAgainstTheDraftsTests()
    {
        await Sandboxes.RequireAsync();
        var folder = Directory.CreateTempSubdirectory("code-judge-").FullName;
        await using var sandbox = new BubblewrapSandbox(new() { Workers = 1 });
        var store = FileArtifactStore.Open(folder);
        var teacher = new TeacherSpec { ExamplesPerCall = 10 };
        var chat = new ScriptedChat(
            Solutions("''.join(reversed(s))", "sum(a)", "n + 1 + 1", "n - 1"),
            Solutions("''.join(s[-i - 1] for i in range(len(s)))", "sum(x for x in a)", "n - -2", "__import__('os')._exit(0)"),
            """{"judgements":[{"id":"1","reason":"fine","score":5},{"id":"2","reason":"no skill in it","score":2}]}""");
        var spec = Specs.Small with { Task = new() { Name = "procedural-code", Sizes = new() { Probe = 1, Select = 1, Test = 1 } }, Curation = new() { Verify = new(Rubric: new()) } };
        var services = new EpisodeServices(store, null!, null!, null!, task => TaskCatalog.Open(task, sandbox), null!, null!, null!, null!)
        {
            Judge = (_, _) => new TeacherJudge(new StructuredChat(chat, teacher), teacher),
        };
        var drafts = await store.WriteLinesAsync("iteration-01/drafts-0-0.jsonl", [Right, Wrong, Failing, Dull, Strange], CoreJson.Default.Draft, default);

        var output = await new VerifyActivity(services).RunAsync(new(spec, 1, 0, 0, drafts, [], Allowance.Unlimited), new Progress<WorkProgress>(), default);

        var findings = await store.ReadLinesAsync(output.Findings, CoreJson.Default.Finding, default);
        findings.Select(Told).ShouldBe(["2:0 5", "0:2 - disagreed", "0:0 - check-failed", "2:0 2 judged", "0:2 - disagreed"]);
        findings[1].Rejection!.Detail.ShouldBe("the answer is sum(a) + 1, and 2 of 2 solutions differ, such as sum(a)");
        output.Malformed.ShouldBe(0);
        chat.Asked.Count.ShouldBe(3);
        chat.Asked.ShouldAllBe(text => !text.Contains("times two"), "its own tests refuse it");
        chat.Asked.Take(2).ShouldAllBe(text => !text.Contains("n + 2") && !text.Contains("cba"), "who solves sees neither answer nor tests");
        Directory.Delete(folder, recursive: true);
    }

    private static string Told(Finding finding) =>
        $"{finding.Agreed}:{finding.Disagreed} {(finding.Score is { } score ? $"{score}" : "-")} {(finding.Rejection ?? finding.Check)?.Reason}".TrimEnd();

    private static string Solutions(params string[] programs) =>
        $$"""{"solutions":[{{string.Join(',', programs.Select((program, i) => $$"""{"id":"{{i + 1}}","solution":"","answer":"{{program}}"}"""))}}]}""";

    private static Draft Code(string prompt, string answer, string check) => new("order-001", null, prompt, "", answer, new("writer", null, "request", [], 1)) { Check = check };
}
