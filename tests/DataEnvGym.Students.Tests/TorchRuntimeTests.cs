using System.Diagnostics;
using DataEnvGym.Students.Runtime;

namespace DataEnvGym.Students.Tests;

public sealed class TorchRuntimeTests
{
    [Fact]
    public void Describe_LoadedLibrary_NamesVersionDeviceAndFix()
    {
        var description = TorchRuntime.Describe();

        description.Version.ShouldStartWith("2.10");
        description.Device.ShouldBe("cpu");
        description.Threads.ShouldBe(2);
        description.VectorBits.ShouldBeGreaterThanOrEqualTo(128);
        description.StartupFix.ShouldStartWith(LinuxTorchLibrary.CopyInUse ? "applied" : "not needed");
    }

    [Fact]
    public void EnsureLoaded_Always_LeavesNoCopyOfLibtorchBehind() =>
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "cpu")).ShouldBeFalse();

    [Fact]
    public async Task Load_FromAnotherCurrentFolder_Computes()
    {
        // Loading happens once per process: a second process shows that it does not depend on the folder it is started from.
        var empty = Directory.CreateTempSubdirectory();
        try
        {
            var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
            {
                WorkingDirectory = empty.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            var errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();

            errors.ShouldBeEmpty();
            output.Trim().ShouldBe("6");
            empty.EnumerateFileSystemInfos().ShouldBeEmpty();
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }

    [Fact]
    public void RequireKnownPlatform_NoLibtorchForIt_SaysWhereItRuns() =>
        Should.Throw<TorchUnavailableException>(() => TorchRuntime.RequireKnownPlatform("freebsd-x64", linux: false, windows: false, mac: false))
            .Message.ShouldBe("There is no libtorch for freebsd-x64: run the student on linux-x64, win-x64 or osx-arm64.");
}
