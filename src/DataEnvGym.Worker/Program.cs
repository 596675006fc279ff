using DataEnvGym.Worker;
using DataEnvGym.Worker.Health;
using DataEnvGym.Worker.Settings;
using DataEnvGym.Worker.Work;

if (args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine(WorkerHelp.Text);
    return 0;
}

try
{
    var check = args.Contains("--check");
    var rest = args.Where(arg => arg != "--check").ToArray();
    if (Array.Find(rest, arg => !arg.StartsWith("--", StringComparison.Ordinal) || !arg.Contains('=')) is { } strange)
    {
        throw new SettingException($"'{strange}' is no setting: write --Name=Value, as in --Worker:Device=cpu. See --help.");
    }

    var settings = WorkerSettings.Read(new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(rest).Build());
    if (check)
    {
        var problem = await new Readiness(settings, WorkPlace.Of(settings)).FindProblemAsync(CancellationToken.None);
        Console.WriteLine(problem ?? "This worker can work.");
        return problem is null ? 0 : 1;
    }

    using var host = WorkerHost.Build(settings);
    var worker = host.Services.GetRequiredService<WorkerService>();
    await host.RunAsync();
    return worker.ExitCode;
}
catch (SettingException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
