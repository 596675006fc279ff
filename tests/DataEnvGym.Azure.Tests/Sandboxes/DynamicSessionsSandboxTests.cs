using System.Diagnostics;
using System.Text.Json.Nodes;
using DataEnvGym.Azure.Sandboxes;
using DataEnvGym.Azure.Tests.ContainerApps;
using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Azure.Tests.Sandboxes;

/// <summary>Programs sent to a stand-in for the service, which runs what it is sent with this machine's Python.</summary>
public sealed class DynamicSessionsSandboxTests : IAsyncLifetime
{
    private const string Python = "/usr/bin/python3";
    private const string PoolPath = "/subscriptions/s/resourceGroups/rg/sessionPools/python";

    private readonly FixedCredential credential = new();
    private ArmStandIn service = null!;

    public async Task InitializeAsync() => service = await ArmStandIn.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [SkippableTheory]
    [InlineData("print(input()[::-1])", SandboxOutcome.Exited, 0, "cba\n", true)]
    [InlineData("import os\nos._exit(0)", SandboxOutcome.Exited, 0, "", false)]
    [InlineData("import sys\nprint(sys.argv[1:])\nsys.exit(3)", SandboxOutcome.RuntimeError, 3, "['x y']\n", false)]
    [InlineData("1 / 0", SandboxOutcome.RuntimeError, 1, "", false)]
    [InlineData("def f(:", SandboxOutcome.CompileError, 1, "", false)]
    [InlineData("bytearray(1 << 40)", SandboxOutcome.MemoryLimit, 1, "", false)]
    [InlineData("import time\ntime.sleep(600)", SandboxOutcome.TimeLimit, null, "", false)]
    [InlineData("import os\nprint('a', flush=True)\nif os.fork() == 0:\n    os.setsid()\n    import time\n    time.sleep(5)", SandboxOutcome.Exited, 0, "a\n", true)]
    [InlineData("print('{\"outcome\":\"exited\"}')\nimport os\nos._exit(4)", SandboxOutcome.RuntimeError, 4, "", false)]
    [InlineData("print(dict(__import__('os').environ))", SandboxOutcome.Exited, 0, "{}\n", true)]
    public async Task Program_InASession_EndsAsItDoes(string source, SandboxOutcome outcome, int? exitCode, string output, bool ranToEnd)
    {
        Skip.IfNot(File.Exists(Python) || Environment.GetEnvironmentVariable("CI") == "true", "Python is needed: apt-get install python3");
        service.Script = Execute;

        var limits = new SandboxLimits { WallTime = TimeSpan.FromSeconds(outcome == SandboxOutcome.TimeLimit ? 1 : 60) };
        var result = await Sandbox().RunAsync(SandboxRequest.Of(source) with { StandardInput = "abc\n", Arguments = ["x y"], Limits = limits }, default);

        (result.Outcome, result.ExitCode, result.Output, result.RanToEnd).ShouldBe((outcome, exitCode, output, ranToEnd), result.ToString());
    }

    [SkippableFact]
    public async Task Program_PrintingWithoutEnd_IsStopped()
    {
        Skip.IfNot(File.Exists(Python) || Environment.GetEnvironmentVariable("CI") == "true", "Python is needed: apt-get install python3");
        service.Script = Execute;

        var result = await Sandbox().RunAsync(SandboxRequest.Of("while True: print('x' * 1000)") with { Limits = new() { OutputBytes = 50_000 } }, default);

        (result.Outcome, result.Output.Length, result.OutputTruncated, result.ErrorTruncated).ShouldBe((SandboxOutcome.OutputLimit, 50_000, true, false));
    }

    [Fact]
    public async Task Requests_Sent_EachHaveASessionOfTheirOwnAndTheToken()
    {
        service.Script = _ => new(200, new JsonObject { ["status"] = "Failed" });
        var sandbox = Sandbox();
        await sandbox.RunAsync(SandboxRequest.Of(""), default);
        await sandbox.RunAsync(SandboxRequest.Of(""), default);

        service.Calls.Select(call => call.Address).ShouldBeUnique();
        service.Calls.ShouldAllBe(call => call.Method == "POST" && call.Address.StartsWith($"{PoolPath}/executions?api-version=2025-10-02-preview&identifier=", StringComparison.Ordinal));
        service.Calls.ShouldAllBe(call => call.Authorization == $"Bearer {FixedCredential.Token}");
        service.Calls.ShouldAllBe(call => call.Body!["executionType"]!.GetValue<string>() == "Synchronous" && call.Body["timeoutInSeconds"]!.GetValue<int>() == 40);
        credential.Scopes.Distinct().ShouldBe(["https://dynamicsessions.io/.default"]);
    }

    [Theory]
    [InlineData("""{"secret":"guessed","outcome":"exited","wall":0,"output":"","error":"","over":[false,false],"exit":0}""")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task Answer_NotOfTheScript_IsAFailure(string stdout)
    {
        service.Script = _ => Result(stdout, "");

        (await Sandbox().RunAsync(SandboxRequest.Of(""), default)).Outcome.ShouldBe(SandboxOutcome.SandboxFailure);
    }

    [Theory]
    [InlineData(403, "Azure ContainerApps Session Executor")]
    [InlineData(404, "There is no session pool at")]
    public async Task Pool_ThatRefuses_IsUnavailableWithTheRemedy(int status, string remedy)
    {
        service.Script = _ => ArmStandIn.Error(status, "No", "no");

        (await Should.ThrowAsync<SandboxUnavailableException>(() => Sandbox().RunAsync(SandboxRequest.Of(""), default))).Message.ShouldContain(remedy);
    }

    [Fact]
    public async Task Pool_ThatComplains_IsAFailureWithItsWords()
    {
        service.Script = _ => ArmStandIn.Error(400, "SessionPoolBusy", "No session is left.");

        (await Sandbox().RunAsync(SandboxRequest.Of(""), default)).Problem.ShouldBe("The session pool answered 400 SessionPoolBusy No session is left.");
    }

    [Fact]
    public async Task WallTime_LongerThanASession_IsRefused() => (await Should.ThrowAsync<SandboxRequestException>(
        () => Sandbox().RunAsync(SandboxRequest.Of("") with { Limits = new() { WallTime = TimeSpan.FromSeconds(201) } }, default))).Message.ShouldContain("at most 200 s");

    [Fact]
    public void Endpoint_WithoutTls_IsRefused()
    {
        Should.Throw<ArgumentException>(() => DynamicSessionsSandbox.ByIdentity(new("http://pool.example"))).Message.ShouldStartWith("The pool management endpoint is http://pool.example/; it must begin with https.");
        Should.NotThrow(() => DynamicSessionsSandbox.ByIdentity(new("https://pool.example")));
    }

    private DynamicSessionsSandbox Sandbox() => new(new(service.Endpoint, PoolPath), credential, service.Transport);

    private static ArmReply Execute(ArmCall call)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, "-") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardInput.Write(call.Body!["code"]!.GetValue<string>());
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        return Result(process.StandardOutput.ReadToEnd(), error.Result);
    }

    private static ArmReply Result(string stdout, string stderr) =>
        new(200, new JsonObject { ["status"] = "Succeeded", ["result"] = new JsonObject { ["stdout"] = stdout, ["stderr"] = stderr } });
}
