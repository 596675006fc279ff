using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Sandbox.Tests;

/// <summary>An honest program runs as it would outside.</summary>
public sealed class RunTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [SkippableFact]
    public async Task Program_Honest_GetsItsInputAndGivesItsOutput()
    {
        var result = await fixture.Sandbox.RunAsync(
            new SandboxRequest("app/main.py", new Dictionary<string, string>
            {
                ["app/main.py"] = "import sys, helper\nprint(__name__, __file__, sys.argv[1:], helper.shout(input()))\nprint(open('data/greeting.txt').read())\nprint('so so', file=sys.stderr)",
                ["app/helper.py"] = "def shout(text): return text.upper()",
                ["data/greeting.txt"] = "grüß dich",
            })
            {
                Arguments = ["--fast", "zwei Wörter", ""],
                StandardInput = "señor\nnever read\n",
            },
            CancellationToken.None);

        result.Outcome.ShouldBe(SandboxOutcome.Exited, result.ToString());
        result.Output.ShouldBe("__main__ app/main.py ['--fast', 'zwei Wörter', ''] SEÑOR\ngrüß dich\n");
        result.Error.ShouldBe("so so\n");
        result.ExitCode.ShouldBe(0);
        result.RanToEnd.ShouldBeTrue();
        result.CpuTime!.Value.ShouldBeInRange(TimeSpan.FromTicks(1), TimeSpan.FromSeconds(5));
        result.PeakMemory!.Value.ShouldBeInRange(1 << 20, 512 << 20);
    }

    [SkippableTheory]
    [InlineData("", SandboxOutcome.Exited, 0, true)]
    [InlineData("import sys\nsys.exit()", SandboxOutcome.Exited, 0, false)]
    [InlineData("exit(0)\nassert False", SandboxOutcome.Exited, 0, false)]
    [InlineData("import sys\nsys.exit(3)", SandboxOutcome.RuntimeError, 3, false)]
    [InlineData("import sys\nsys.exit('no')", SandboxOutcome.RuntimeError, 1, false)]
    [InlineData("assert 1 == 2", SandboxOutcome.RuntimeError, 1, false)]
    [InlineData("raise MemoryError", SandboxOutcome.MemoryLimit, 1, false)]
    [InlineData("raise KeyboardInterrupt", SandboxOutcome.RuntimeError, 1, false)]
    [InlineData("import atexit, os\natexit.register(os._exit, 4)", SandboxOutcome.RuntimeError, 4, true)]
    [InlineData("eval('1 +')", SandboxOutcome.RuntimeError, 1, false)]
    [InlineData("def f(:", SandboxOutcome.CompileError, 1, false)]
    [InlineData("print('a')\n  print('b')", SandboxOutcome.CompileError, 1, false)]
    [InlineData("x = '\0'", SandboxOutcome.CompileError, 1, false)]
    [InlineData("return", SandboxOutcome.CompileError, 1, false)]
    public async Task Program_Ending_HasTheOutcomeOfItsKind(string source, SandboxOutcome outcome, int exitCode, bool ranToEnd)
    {
        var result = await fixture.Sandbox.RunAsync(SandboxRequest.Of(source), CancellationToken.None);

        (result.Outcome, result.ExitCode, result.Signal, result.RanToEnd).ShouldBe((outcome, exitCode, null, ranToEnd), result.ToString());
        result.Output.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Program_WithManyBrackets_IsACompileError() =>
        (await fixture.Sandbox.RunAsync(SandboxRequest.Of(new string('(', 100_000)), CancellationToken.None)).Outcome.ShouldBe(SandboxOutcome.CompileError);

    [SkippableFact]
    public async Task Program_WithAnError_ShowsItsOwnLinesAlone()
    {
        var result = await fixture.Sandbox.RunAsync(SandboxRequest.Of("def f():\n    return 1 / 0\n\n\nf()"), CancellationToken.None);

        result.Error.ShouldStartWith("Traceback (most recent call last):\n  File \"main.py\", line 5, in <module>\n    f()\n");
        result.Error.ShouldEndWith("ZeroDivisionError: division by zero\n");
        result.Error.ShouldNotContain("launcher");
    }

    [SkippableFact]
    public async Task Program_KilledByASignal_NamesIt()
    {
        var result = await fixture.Sandbox.RunAsync(SandboxRequest.Of("import os\nos.abort()"), CancellationToken.None);

        (result.Outcome, result.Signal, result.ExitCode).ShouldBe((SandboxOutcome.RuntimeError, 6, null));
    }

    [SkippableFact]
    public async Task Program_InThreadsAndProcesses_EndsWithThem()
    {
        const string Source = """
            import os, subprocess, sys, threading
            threading.Thread(target=lambda: print("thread", flush=True)).start()
            print(subprocess.run([sys.executable, "-c", "print('child')"], capture_output=True, text=True).stdout, end="")
            """;

        var result = await fixture.Sandbox.RunAsync(SandboxRequest.Of(Source), CancellationToken.None);

        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["thread", "child"], ignoreOrder: true, result.ToString());
    }

    [SkippableFact]
    public async Task Program_WritingNoText_IsReadWithReplacements() =>
        (await fixture.Sandbox.RunAsync(SandboxRequest.Of("import os\nos.write(1, b'a\\xffb\\0')"), CancellationToken.None)).Output.ShouldBe("a\uFFFDb\0");

    [SkippableFact]
    public async Task Request_ThatIsWrong_IsRefused() =>
        await Should.ThrowAsync<SandboxRequestException>(() => fixture.Sandbox.RunAsync(new("main.py", new Dictionary<string, string>()), CancellationToken.None));
}
