using System.Text.Json;
using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Domains.Code.Testing;

/// <summary>Runs programs against their tests in a sandbox.</summary>
/// <param name="sandbox">Where programs run.</param>
internal sealed class TestRunner(ISandbox sandbox)
{
    /// <summary>Runs the tests of one program: all calls in one run, every other test in a run of its own.</summary>
    /// <param name="tests">The tests.</param>
    /// <param name="code">The answer's code.</param>
    /// <param name="stopAtFirst">Whether what comes behind the first test that fails is left out.</param>
    /// <param name="cancellationToken">Kills the program.</param>
    /// <returns>An outcome for each test, in their order.</returns>
    /// <exception cref="PermanentException">There is no sandbox here.</exception>
    /// <exception cref="SandboxFailedException">The sandbox failed twice.</exception>
    public async Task<IReadOnlyList<TestOutcome>> RunAsync(CodeTests tests, string code, bool stopAtFirst, CancellationToken cancellationToken)
    {
        var program = tests.Assemble(code);
        var called = new Queue<TestOutcome>(await CallAsync(tests, program, cancellationToken));
        var outcomes = new List<TestOutcome>(tests.Tests.Count);
        foreach (var test in tests.Tests)
        {
            if (stopAtFirst && outcomes.Exists(outcome => outcome != TestOutcome.Ok))
            {
                outcomes.Add(TestOutcome.NotRun);
                continue;
            }

            outcomes.Add(test switch
            {
                CallTest => called.Dequeue(),
                OutputTest output => Judge(output, tests.AnyOrder, await RunAsync(tests, SandboxRequest.Of(program) with { StandardInput = output.Input }, cancellationToken)),
                ScriptTest script => Judge(await RunAsync(tests, Harness.Script(program, script.Script), cancellationToken)),
                _ => throw new ArgumentException($"There is no way to run a {test.GetType().Name}.", nameof(tests)),
            });
        }

        return outcomes;
    }

    private async Task<IReadOnlyList<TestOutcome>> CallAsync(CodeTests tests, string program, CancellationToken cancellationToken)
    {
        CallTest[] calls = [.. tests.Tests.OfType<CallTest>()];
        if (calls.Length == 0)
        {
            return [];
        }

        var nonce = Harness.NewNonce();
        var result = await RunAsync(tests, Harness.Calls(program, new(tests.Entry!, nonce, [.. calls.Select(call => call.Arguments)])), cancellationToken);
        var records = Harness.Read(result.Output, nonce).ToLookup(record => record.Index);
        var end = records[-1].FirstOrDefault() is { Error: { } error } ? Of(error) : TestOutcomes.Of(result.Outcome);
        var outcomes = new TestOutcome[calls.Length];
        for (var i = 0; i < calls.Length; i++)
        {
            // A second record for a call can only come from the program itself, which would thus have two guesses.
            outcomes[i] = records[i].ToArray() switch
            {
                [{ Error: { } failure }] => Of(failure),
                [{ Value: { ValueKind: not JsonValueKind.Undefined } value }] => JsonValues.Same(calls[i].Returns, value) ? TestOutcome.Ok : TestOutcome.Wrong,
                [] => i == 0 || records[-1].Any(record => record.Error is not null) || records[i - 1].Any() ? end : TestOutcome.NotRun,
                _ => TestOutcome.Error,
            };
        }

        return outcomes;
    }

    private async Task<SandboxResult> RunAsync(CodeTests tests, SandboxRequest request, CancellationToken cancellationToken)
    {
        var limited = request with { Limits = tests.Limits };
        try
        {
            var result = await sandbox.RunAsync(limited, cancellationToken);
            if (result.Outcome == SandboxOutcome.SandboxFailure)
            {
                result = await sandbox.RunAsync(limited, cancellationToken);
            }

            return result.Outcome != SandboxOutcome.SandboxFailure ? result : throw new SandboxFailedException(
                $"The sandbox failed twice on one program, which says nothing about the program ({result.Problem}); run dataenvgym system-check, and resume when it is well.");
        }
        catch (SandboxUnavailableException error)
        {
            throw new PermanentException(error.Message, error);
        }
    }

    private static TestOutcome Judge(OutputTest test, bool anyOrder, SandboxResult result) =>
        result.Outcome != SandboxOutcome.Exited ? TestOutcomes.Of(result.Outcome)
        : OutputComparison.Match(test.Output, result.Output) is { } match && (anyOrder || match != OutputMatch.AnyOrder) ? TestOutcome.Ok
        : TestOutcome.Wrong;

    // What stands in the error output only tells a wrong answer from an error: a program cannot pass by it.
    private static TestOutcome Judge(SandboxResult result) => result switch
    {
        { Outcome: SandboxOutcome.Exited, RanToEnd: true } => TestOutcome.Ok,
        { Outcome: SandboxOutcome.RuntimeError } when LastLine(result.Error).StartsWith("AssertionError", StringComparison.Ordinal) => TestOutcome.Wrong,
        { Outcome: SandboxOutcome.RuntimeError } when LastLine(result.Error).Split(':')[0] is "SyntaxError" or "IndentationError" or "TabError" => TestOutcome.CompileError,
        _ => TestOutcomes.Of(result.Outcome),
    };

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1];

    private static TestOutcome Of(string error) => error switch { "compile" => TestOutcome.CompileError, "memory" => TestOutcome.Memory, _ => TestOutcome.Error };
}
