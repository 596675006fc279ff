using System.Diagnostics;
using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Sandbox;
using DataEnvGym.SandboxBench;

// The size of a test of a short function: read a line, compute, print.
const string Source = """
    def is_palindrome(text):
        letters = [letter.lower() for letter in text if letter.isalnum()]
        return letters == letters[::-1]

    print(is_palindrome(input()))
    """;
const string Input = "A man, a plan, a canal: Panama\n";

var runs = args.Length > 0 ? int.Parse(args[0]) : 2000;
Console.WriteLine($"{runs} runs, {Environment.ProcessorCount} processors, .NET {Environment.Version}");
Console.WriteLine("| way | at a time | programs/s | ms each |");
Console.WriteLine("|---|---:|---:|---:|");
foreach (var workers in (int[])[1, Environment.ProcessorCount])
{
    await MeasureAsync("plain `python3`, no sandbox", workers, runs / 4, PlainAsync);
    foreach (var (name, perWorker, share) in ((string, int, int)[])[("a bubblewrap for each", 1, 4), ("warm pool", 500, 1)])
    {
        await using var sandbox = new BubblewrapSandbox(new() { Workers = workers, RunsPerWorker = perWorker });
        await MeasureAsync(name, workers, runs / share, () => SandboxedAsync(sandbox));
    }
}

Console.WriteLine();
await GraderBench.RunAsync(runs);

static async Task MeasureAsync(string name, int workers, int runs, Func<Task<string>> run)
{
    for (var i = 0; i < 2 * workers; i++)
    {
        await run();
    }

    var watch = Stopwatch.StartNew();
    await Parallel.ForEachAsync(Enumerable.Range(0, runs), new ParallelOptions { MaxDegreeOfParallelism = workers }, async (_, _) =>
    {
        var output = await run();
        if (output != "True\n")
        {
            throw new InvalidOperationException($"{name} printed {output}");
        }
    });
    Console.WriteLine($"| {name} | {workers} | {runs / watch.Elapsed.TotalSeconds:0} | {watch.Elapsed.TotalMilliseconds * workers / runs:0.0} |");
}

static async Task<string> SandboxedAsync(BubblewrapSandbox sandbox)
{
    var result = await sandbox.RunAsync(SandboxRequest.Of(Source) with { StandardInput = Input }, CancellationToken.None);
    return result.Outcome == SandboxOutcome.Exited ? result.Output : result.ToString();
}

static async Task<string> PlainAsync()
{
    using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Source]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    await process.StandardInput.WriteAsync(Input);
    process.StandardInput.Close();
    var output = await process.StandardOutput.ReadToEndAsync();
    await process.WaitForExitAsync();
    return output;
}
