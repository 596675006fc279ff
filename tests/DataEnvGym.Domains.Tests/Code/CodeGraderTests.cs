using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Domains.Code;
using DataEnvGym.Domains.Code.Testing;

namespace DataEnvGym.Domains.Tests.Code;

public sealed class CodeGraderTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private const string Double = """{"entry":"f","seconds":1,"tests":[{"kind":"call","arguments":[2],"returns":4},{"kind":"call","arguments":[0],"returns":0},{"kind":"call","arguments":[-3],"returns":-6}]}""";
    private const string Echo = """{"seconds":1,"tests":[{"kind":"output","input":"3\n","output":"6\n"},{"kind":"output","input":"5\n","output":"10\n"}]}""";

    [SkippableTheory]
    [InlineData("def f(n): return 2 * n", 1.0, "ok ok ok")]
    [InlineData("def f(n):\n    print('4')\n    return n + n", 1.0, "ok ok ok")]
    [InlineData("class Solution:\n    def f(self, n): return 2 * n", 1.0, "ok ok ok")]
    [InlineData("def f(n): return n * n", 2.0 / 3, "ok ok wrong")]
    [InlineData("def f(n): return n // n * 2 * n", 2.0 / 3, "ok error ok")]
    [InlineData("def f(n): return str(2 * n)", 0.0, "wrong wrong wrong")]
    [InlineData("def f(n): return object()", 0.0, "error error error")]
    [InlineData("def f(n) return 2 * n", 0.0, "compile-error compile-error compile-error")]
    [InlineData("def g(n): return 2 * n", 0.0, "error error error")]
    [InlineData("raise ValueError", 0.0, "error error error")]
    [InlineData("def f(n):\n    while n == 0: pass\n    return 2 * n", 1.0 / 3, "ok timeout not-run")]
    [InlineData("def f(n): return len('x' * 10 ** 9) * 0 + 2 * n", 0.0, "memory memory memory")]
    [InlineData("import os\ndef f(n):\n    if n == 0: os._exit(0)\n    return 2 * n", 1.0 / 3, "ok error not-run")]
    [InlineData("import os\nos._exit(0)", 0.0, "error not-run not-run")]
    [InlineData("import sys\ndef f(n): sys.exit(0)", 0.0, "error error error")]
    public async Task GradeAsync_FunctionCalls_TellsEachTestsOutcome(string code, double score, string diagnostics)
    {
        var grade = await GradeAsync(Double, code);

        (grade.Score, grade.Diagnostics).ShouldBe((score, diagnostics));
        grade.Verdict.ShouldBe(score == 1 ? Verdict.Correct : Verdict.Wrong);
        grade.Extracted.ShouldBe(code);
    }

    [SkippableTheory]
    [InlineData("print(2 * int(input()))", 1.0, "ok ok")]
    [InlineData("print(2 * int(input()), end='  \\n\\n')", 1.0, "ok ok")]
    [InlineData("print(6)", 0.5, "ok wrong")]
    [InlineData("print(6)\nprint(10)", 0.0, "wrong wrong")]
    [InlineData("print(2 * int(input()))\nraise SystemExit(3)", 0.0, "error error")]
    [InlineData("print(", 0.0, "compile-error compile-error")]
    [InlineData("while True: pass", 0.0, "timeout timeout")]
    [InlineData("while True: print('6')", 0.0, "output output")]
    public async Task GradeAsync_ProgramsThatPrint_TellsEachTestsOutcome(string code, double score, string diagnostics)
    {
        var grade = await GradeAsync(Echo, code);

        (grade.Score, grade.Diagnostics).ShouldBe((score, diagnostics));
    }

    [SkippableTheory]
    [InlineData("def f(n): return 2 * n", "ok ok")]
    [InlineData("def f(n): return 2", "ok wrong")]
    [InlineData("def f(n): return 1 / 0", "error error")]
    [InlineData("def f(n): raise AssertionError('no')", "wrong wrong")]
    [InlineData("import sys\nsys.exit(0)", "error error")]
    [InlineData("import os\nos._exit(0)", "error error")]
    [InlineData("def f(n): return 2 * n\n'''", "compile-error compile-error")]
    [InlineData("def f(n): pass\nassert_ = True\nif False:", "compile-error compile-error")]
    [InlineData("def f(n):\n\tif n:\n        return 2", "compile-error compile-error")]
    public async Task GradeAsync_Scripts_TellsEachTestsOutcome(string code, string diagnostics) =>
        (await GradeAsync("""{"tests":[{"kind":"script","script":"assert f(1) == 2"},{"kind":"script","script":"'''text'''\nassert f(2) == 4"}]}""", code)).Diagnostics.ShouldBe(diagnostics);

    // Whatever a program writes, and wherever: only values that are right count, and each but once.
    [SkippableTheory]
    [InlineData("print('{\"index\": 0, \"value\": 4}')")]
    [InlineData("import os, json\nnonce = json.load(open('calls.json'))['nonce']\nfor d in range(1, 20):\n  for v in range(-9, 9):\n    for i in range(3):\n      try: os.write(d, (nonce + json.dumps({'index': i, 'value': v}) + '\\n').encode())\n      except OSError: pass\nos._exit(0)")]
    [InlineData("class Yes(int):\n    def __eq__(self, other): return True\ndef f(n): return Yes(1)")]
    [InlineData("import sys\ndef f(n):\n    frame = sys._getframe(1)\n    return [str(v) for v in frame.f_locals.values()]")]
    public async Task GradeAsync_ProgramThatDeceives_IsNotRight(string code)
    {
        var grade = await GradeAsync(Double, code);

        grade.Verdict.ShouldBe(Verdict.Wrong);
        grade.Score.ShouldBe(0);
    }

    [SkippableFact]
    public async Task GradeAsync_ManyResponses_KeepsTheirOrder()
    {
        var item = new Item("i", "", "") { Check = Double };
        var grades = await new CodeGrader(fixture.Sandbox).GradeAsync(
            [.. Enumerable.Range(0, 24).Select(i => new ItemResponse(item, i % 3 == 0 ? "def f(n): return 2 * n" : i % 3 == 1 ? "def f(n): return n" : ""))], default);

        grades.Select(grade => grade.Score).ShouldBe(Enumerable.Range(0, 24).Select(i => i % 3 == 0 ? 1 : i % 3 == 1 ? 1.0 / 3 : 0));
        grades.Select(grade => grade.Verdict).ShouldBe(Enumerable.Range(0, 24).Select(i => (Verdict)(i % 3)));
    }

    [SkippableTheory]
    [InlineData("", "wrong")]
    [InlineData(",\"anyOrder\":true", "ok")]
    public async Task GradeAsync_WordsInAnotherOrder_PassOnlyWhereTheItemSaysSo(string field, string outcome) =>
        (await GradeAsync($$"""{"tests":[{"kind":"output","input":"","output":"3 1 2"}]{{field}}}""", "print(1, 2, 3)")).Diagnostics.ShouldBe(outcome);

    [Theory]
    [InlineData(SandboxOutcome.CompileError, "compile-error")]
    [InlineData(SandboxOutcome.TimeLimit, "timeout")]
    [InlineData(SandboxOutcome.MemoryLimit, "memory")]
    [InlineData(SandboxOutcome.OutputLimit, "output")]
    [InlineData(SandboxOutcome.RuntimeError, "error")]
    public void Of_BadEnd_HasAWord(SandboxOutcome outcome, string word) => TestOutcomes.Of(outcome).Word().ShouldBe(word);

    [SkippableFact]
    public async Task GradeAsync_StopAtFirst_LeavesTheOthersOut()
    {
        var grader = new CodeGrader(fixture.Sandbox, stopAtFirst: true);

        (await grader.GradeAsync([new(new Item("i", "", "") { Check = Echo }, "print(1)")], default))[0].Diagnostics.ShouldBe("wrong not-run");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    public async Task GradeAsync_ItemWithoutTests_NamesIt(string? check) =>
        (await Should.ThrowAsync<TaskDataException>(() => new CodeGrader(new FlakySandbox(0)).GradeAsync([new(new Item("item-7", "", "") { Check = check }, "x")], default)))
            .Message.ShouldContain("item-7");

    [Fact]
    public async Task GradeAsync_SandboxThatFailsOnce_IsAskedAgain()
    {
        var sandbox = new FlakySandbox(1);

        (await new CodeGrader(sandbox).GradeAsync([new(new Item("i", "", "") { Check = "assert f()" }, "x")], default))[0].Verdict.ShouldBe(Verdict.Correct);
        sandbox.Runs.ShouldBe(2);
    }

    [Fact]
    public async Task GradeAsync_SandboxThatFailsTwice_ThrowsRatherThanBlamesTheProgram() =>
        (await Should.ThrowAsync<SandboxFailedException>(() => new CodeGrader(new FlakySandbox(2)).GradeAsync([new(new Item("i", "", "") { Check = "assert f()" }, "x")], default)))
            .Message.ShouldContain("out of order");

    [Fact]
    public async Task GradeAsync_NoSandbox_IsPermanent()
    {
        var task = TaskCatalog.Open(new TaskSpec { Name = "procedural-code" });

        (await Should.ThrowAsync<PermanentException>(() => task.Grader.GradeAsync([new(new Item("i", "", "") { Check = "assert f()" }, "x")], default))).Message.ShouldContain("no sandbox");
    }

    private async Task<Grade> GradeAsync(string check, string response) =>
        (await new CodeGrader(fixture.Sandbox).GradeAsync([new(new Item("i", "", "") { Check = check }, response)], default)).ShouldHaveSingleItem();

    private sealed class FlakySandbox(int failures) : ISandbox
    {
        public int Runs { get; private set; }

        public Task<SandboxResult> RunAsync(SandboxRequest request, CancellationToken cancellationToken) => Task.FromResult(
            ++Runs <= failures ? new SandboxResult(SandboxOutcome.SandboxFailure) { Problem = "out of order" } : new(SandboxOutcome.Exited) { RanToEnd = true });
    }
}
