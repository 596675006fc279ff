using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Sandbox.Tests;

/// <summary>Programs that mean harm get their verdict and leave the host as it was, however many run at once.</summary>
public sealed class HostileTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    public static TheoryData<string> Names => [.. HostileProgram.All.Select(program => program.Name)];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task Program_OfBadWill_GetsItsVerdict(string name)
    {
        var program = HostileProgram.All.Single(other => other.Name == name);

        program.Check(await fixture.Sandbox.RunAsync(program.Request("escaped"), CancellationToken.None));
    }

    [SkippableFact]
    public async Task Programs_EightAtATimeAndAgain_LeaveNothingBehind()
    {
        _ = fixture.Sandbox;
        var sandbox = new BubblewrapSandbox(new() { Workers = 8 });
        var results = new List<(HostileProgram Program, Task<SandboxResult> Run)>();
        await using (sandbox)
        {
            for (var round = 0; round < 3; round++)
            {
                results.AddRange(HostileProgram.All.Select(program => (program, sandbox.RunAsync(program.Request(sandbox.Label), CancellationToken.None))));
            }

            await Task.WhenAll(results.Select(result => result.Run));
            ProcessList.With(sandbox.Label).ShouldNotBeEmpty();
        }

        ProcessList.With(sandbox.Label).ShouldBeEmpty();
        foreach (var (program, run) in results)
        {
            program.Check(await run);
        }

        string[] folders = ["/", "/tmp", "/var/tmp", "/dev", "/dev/shm", "/usr/lib", "/usr/bin", "/etc", "/run", Environment.CurrentDirectory, AppContext.BaseDirectory];
        folders.ShouldAllBe(folder => !Path.Exists(Path.Combine(folder, sandbox.Label)));
    }
}
