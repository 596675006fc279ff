using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Domains.Code.Testing;

namespace DataEnvGym.Domains.Code;

/// <summary>
/// Judges programs by running them against the tests in <see cref="Item.Check"/>. Right is what passes all of them; the score is the share that pass. Each response is run in the sandbox,
/// many at a time, and what a program prints never decides: see <see cref="CallTest"/>, <see cref="OutputTest"/> and <see cref="ScriptTest"/>.
/// </summary>
/// <param name="sandbox">Where programs run.</param>
/// <param name="stopAtFirst">Whether what comes behind the first test that fails is left out.</param>
public sealed class CodeGrader(ISandbox sandbox, bool stopAtFirst = false) : IGrader
{
    // More than any pool runs at once; the others wait there.
    private const int AtOnce = 16;

    private readonly TestRunner runner = new(sandbox);

    /// <summary>The code that stands before the answer to a prompt, if any; see <see cref="CodeTests.Starter"/>.</summary>
    internal Func<string, CodeStarter?> StarterOf { get; init; } = _ => null;

    /// <inheritdoc/>
    public string Name => "code/1";

    /// <inheritdoc/>
    /// <exception cref="TaskDataException">An item has no tests, or tests that cannot be read.</exception>
    /// <exception cref="PermanentException">There is no sandbox here.</exception>
    /// <exception cref="SandboxFailedException">The sandbox failed twice on one program.</exception>
    public async Task<IReadOnlyList<Grade>> GradeAsync(IReadOnlyList<ItemResponse> responses, CancellationToken cancellationToken)
    {
        var grades = new Grade[responses.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, grades.Length, options, async (i, token) => grades[i] = await GradeAsync(responses[i], token));
        return grades;
    }

    private async Task<Grade> GradeAsync(ItemResponse response, CancellationToken cancellationToken)
    {
        var tests = TestsOf(response.Item);
        if (CodeText.Extract(response.Text) is not { } code)
        {
            return new(Verdict.NoAnswer, 0, null);
        }

        var outcomes = await runner.RunAsync(tests, code, stopAtFirst, cancellationToken);
        var passed = outcomes.Count(outcome => outcome == TestOutcome.Ok);
        return new(passed == outcomes.Count ? Verdict.Correct : Verdict.Wrong, (double)passed / outcomes.Count, code)
        {
            Diagnostics = string.Join(' ', outcomes.Select(outcome => outcome.Word())),
        };
    }

    private CodeTests TestsOf(Item item)
    {
        try
        {
            return CodeTests.Read(item.Check ?? throw new FormatException("there are none")).With(StarterOf(item.Prompt));
        }
        catch (FormatException error)
        {
            throw new TaskDataException($"The tests of {item.Id} cannot be used: {error.Message}.", error);
        }
    }
}
