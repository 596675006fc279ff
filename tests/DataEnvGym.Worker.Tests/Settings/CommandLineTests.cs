using DataEnvGym.Worker.Tests.Support;

namespace DataEnvGym.Worker.Tests.Settings;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_NamesEverySetting()
    {
        var (code, output) = await RunAsync([], "--help");

        code.ShouldBe(0);
        foreach (var word in (string[])["JOB_URI", "Storage__ConnectionString", "Worker__Device", "Worker__HealthPort", "SIGTERM", "Exit codes"])
        {
            output.ShouldContain(word);
        }
    }

    [Fact]
    public async Task Setting_Unusable_EndsWithOneSentence()
    {
        var (code, output) = await RunAsync(new() { ["Storage__ConnectionString"] = "AccountName=x;AccountKey=topsecret" });

        code.ShouldBe(1);
        output.Trim().ShouldStartWith("Storage:ConnectionString is");
        output.ShouldNotContain("   at ");
        output.ShouldNotContain("topsecret");
    }

    [Fact]
    public async Task Argument_Strange_IsRefused()
    {
        var (code, output) = await RunAsync([], "work");

        code.ShouldBe(1);
        output.ShouldContain("'work' is no setting");
    }

    private static async Task<(int Code, string Output)> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        using var worker = WorkerProcess.Start(WorkerCommand.Own, environment, arguments);
        var code = await worker.EndAsync();
        return (code, worker.Output);
    }
}
