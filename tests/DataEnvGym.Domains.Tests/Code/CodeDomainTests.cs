using DataEnvGym.Core;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Curation;
using DataEnvGym.Domains.Code;
using DataEnvGym.Domains.Code.Procedural;
using DataEnvGym.Domains.Code.Testing;

namespace DataEnvGym.Domains.Tests.Code;

public sealed class CodeDomainTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private CodeDomain Short => CodeDomain.ShortFunctions(fixture.Sandbox);

    private CodeDomain Programs => CodeDomain.Programs(fixture.Sandbox);

    [SkippableTheory]
    [InlineData("f(n): n times 7 plus 12", "n*7+12", "assert f(0) == 12\nassert f(2) == 26", null)]
    [InlineData("f(n): n times 7 plus 12", "n*7+13", "assert f(0) == 12\nassert f(2) == 26", "1 of 1 tests failed: wrong")]
    [InlineData("f(n): n times 7 plus 12", "n*7+", "assert f(0) == 12", "1 of 1 tests failed: compile-error")]
    [InlineData("f(n): n times 7 plus 12", "n*7+12", "print(f(0))", "a script asserts nothing")]
    [InlineData("f(n): n times 7 plus 12", "n*7+12", null, "no tests came with it")]
    [InlineData("f(n): n times 7 plus 12", "n*7+12", "{\"tests\":[{\"kind\":\"call\",\"arguments\":[1],\"returns\":19}],\"entry\":\"f\"}", null)]
    public async Task CheckAsync_ShortFunction_RunsTheAnswerAgainstItsTests(string prompt, string answer, string? check, string? detail) =>
        (await CheckAsync(Short, prompt, answer, check)).ShouldBe(detail is null ? null : new Rejection("check-failed", detail));

    [SkippableFact]
    public async Task CheckAsync_Programs_RunsTheWholeAnswer()
    {
        (await CheckAsync(Programs, "Write twice(n).", "def twice(n):\n    return 2 * n", "assert twice(2) == 4")).ShouldBeNull();
        (await CheckAsync(Programs, "Write twice(n).", "def twice(n):\n    return 3 * n", "assert twice(2) == 4"))!.Reason.ShouldBe("check-failed");
    }

    // Whoever reads why a draft was dropped wants to know of every test.
    [SkippableFact]
    public async Task CheckAsync_FirstTestFails_RunsTheOthersToo() =>
        (await CheckAsync(Programs, "Write twice(n).", "def twice(n):\n    return 3 * n", """{"entry":"twice","tests":[{"kind":"call","arguments":[1],"returns":2},{"kind":"call","arguments":[0],"returns":0}]}"""))!
            .Detail.ShouldBe("1 of 2 tests failed: wrong ok");

    [SkippableFact]
    public async Task CheckAsync_BenchmarkProblems_PassAndTheirFaultsFail()
    {
        var problems = ProceduralCode.Benchmark.Skills.SelectMany(skill => Enumerable.Range(1, 3).Select(level => skill.GenerateTraining(Rng.For(5, skill.Name), level))).ToList();
        Draft[] drafts = [.. problems.Select(problem => Draft(problem.Prompt, problem.Answer, AssertScript.Of(problem.Check!, 360))), .. problems.Select(problem => Draft(problem.Prompt, "0", problem.Check))];

        var rejections = await Short.Checker.CheckAsync(drafts, default);

        rejections.Take(problems.Count).ShouldAllBe(rejection => rejection == null);
        rejections.Skip(problems.Count).ShouldAllBe(rejection => rejection != null);
    }

    [SkippableFact]
    public void FormatExample_ShortFunction_IsTheExpressionAlone()
    {
        var text = Short.FormatExample(" f(s): s backwards ", "some words", " s[::-1] ");

        (text.Prompt, text.Target).ShouldBe(("f(s): s backwards\n", "s[::-1]"));
    }

    [SkippableFact]
    public void FormatExample_Program_IsExtractedAgain()
    {
        var target = Programs.FormatExample("p", "It doubles.", "    return 2 * n\n").Target;

        target.ShouldStartWith("It doubles.\n```python\n");
        CodeText.Extract(target).ShouldBe("    return 2 * n");
    }

    [SkippableTheory]
    [InlineData("f(s): s without 'a' and 'b'", " F(s):  s without 'a' and 'b'")]
    [InlineData("f(n): n times 7 plus 12", "f(n): n times 7  plus 12")]
    public void Canonicalize_SameQuestion_IsOneForm(string prompt, string twin) => Short.Canonicalize(twin).ShouldBe(Short.Canonicalize(prompt));

    [SkippableFact]
    public void Canonicalize_OtherConstant_IsAnotherForm() => Short.Canonicalize("f(n): n times 7 plus 12").ShouldNotBe(Short.Canonicalize("f(n): n times 71 plus 2"));

    [Fact]
    public void AssertScript_AnyValue_IsWrittenInPython() => AssertScript.Of(
        """{"entry":"f","tests":[{"kind":"call","arguments":[[1,[true],-2.5],"a'b\n"],"returns":{"3":true,"x":null}},{"kind":"call","arguments":[],"returns":false},{"kind":"call","arguments":[12345],"returns":0},{"kind":"call","arguments":[1],"returns":0}]}""", 93)
        .ShouldBe("assert f([1,[True],-2.5],'a\\'b\\u000a')=={3:True,'x':None}\nassert f()==False\nassert f(1)==0");

    [Fact]
    public void AssertScript_BackslashAndSigns_AreWrittenAsTheyAre() =>
        AssertScript.Of("""{"entry":"f","tests":[{"kind":"call","arguments":["\\ ~\u007f"],"returns":0}]}""", 86).ShouldBe(@"assert f('\\ ~\u007f')==0");

    // Lines of 14, 15 and 15 characters with ends between them.
    [Theory]
    [InlineData(46, 3)]
    [InlineData(45, 2)]
    [InlineData(30, 2)]
    [InlineData(29, 1)]
    [InlineData(5, 1)]
    public void AssertScript_Length_IsUsedToItsEnd(int length, int lines) => AssertScript.Of(
        """{"entry":"f","tests":[{"kind":"call","arguments":[1],"returns":0},{"kind":"call","arguments":[12],"returns":0},{"kind":"call","arguments":[34],"returns":0}]}""", length)
        .Split('\n').Length.ShouldBe(lines);

    private static async Task<Rejection?> CheckAsync(CodeDomain domain, string prompt, string answer, string? check) =>
        (await domain.Checker.CheckAsync([Draft(prompt, answer, check)], default)).ShouldHaveSingleItem();

    private static Draft Draft(string prompt, string answer, string? check) => new("o", null, prompt, "", answer, new("t", null, "r", [], 1)) { Check = check };
}
