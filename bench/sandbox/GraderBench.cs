using System.Diagnostics;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains;
using DataEnvGym.Domains.Code.Testing;
using DataEnvGym.Sandbox;

namespace DataEnvGym.SandboxBench;

/// <summary>
/// Tests a second through the grader: the right answers of the procedural benchmark, against their calls (all calls of an answer in one program) and against the same calls
/// as scripts (each a program of its own, as the tests of MBPP are).
/// </summary>
internal static class GraderBench
{
    private const int Skills = 18;

    public static async Task RunAsync(int runs)
    {
        Console.WriteLine("| way | at a time | answers | tests | tests/s | answers/s |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var workers in (int[])[1, Environment.ProcessorCount])
        {
            await using var sandbox = new BubblewrapSandbox(new() { Workers = workers });
            var task = TaskCatalog.Open(new() { Name = "procedural-code", Sizes = new() { Probe = Math.Max(1, runs / Skills) } }, sandbox);
            var items = await task.LoadAsync(Split.Probe, CancellationToken.None);
            await MeasureAsync("calls", task, items, workers);
            await MeasureAsync("scripts", task, [.. items.Take(items.Count / 4).Select(AsScripts)], workers);
        }
    }

    private static async Task MeasureAsync(string name, ITask task, IReadOnlyList<Item> items, int workers)
    {
        ItemResponse[] answers = [.. items.Select(item => new ItemResponse(item, task.Domain.FormatExample(item.Prompt, item.Solution ?? "", item.Reference).Target))];
        await task.Grader.GradeAsync(answers[..Math.Min(answers.Length, 2 * workers)], CancellationToken.None);

        var watch = Stopwatch.StartNew();
        var grades = await task.Grader.GradeAsync(answers, CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        if (grades.FirstOrDefault(grade => grade.Verdict != Verdict.Correct) is { } wrong)
        {
            throw new InvalidOperationException($"A right answer graded as {wrong.Verdict}: {wrong.Extracted} ({wrong.Diagnostics}).");
        }

        var tests = items.Sum(item => CodeTests.Read(item.Check!).Tests.Count);
        Console.WriteLine($"| {name} | {workers} | {answers.Length:N0} | {tests:N0} | {tests / seconds:N0} | {answers.Length / seconds:N0} |");
    }

    private static Item AsScripts(Item item)
    {
        var tests = CodeTests.Read(item.Check!);
        var asserts = AssertScript.Of(item.Check!, 1_000).Split('\n');
        return item with { Check = (tests with { Tests = [.. asserts.Select(assert => new ScriptTest(assert))] }).Write() };
    }
}
