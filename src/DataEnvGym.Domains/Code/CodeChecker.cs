using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Code.Testing;

namespace DataEnvGym.Domains.Code;

/// <summary>Runs the code of drafts against the tests that came with them.</summary>
/// <param name="sandbox">Where programs run.</param>
/// <param name="starterOf">The code that stands before the answer to a prompt, if any; see <see cref="CodeTests.Starter"/>.</param>
internal sealed class CodeChecker(ISandbox sandbox, Func<string, CodeStarter?> starterOf) : IAnswerChecker
{
    /// <summary>The reason of its rejections.</summary>
    public const string Reason = "check-failed";

    private const int AtOnce = 16;

    private readonly TestRunner runner = new(sandbox);

    public async Task<IReadOnlyList<Rejection?>> CheckAsync(IReadOnlyList<Draft> drafts, CancellationToken cancellationToken)
    {
        var rejections = new Rejection?[drafts.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, rejections.Length, options, async (i, token) => rejections[i] = await CheckAsync(drafts[i], token));
        return rejections;
    }

    private async Task<Rejection?> CheckAsync(Draft draft, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(draft.Check))
        {
            return new(Reason, "no tests came with it");
        }

        CodeTests tests;
        try
        {
            tests = CodeTests.Read(draft.Check).With(starterOf(draft.Prompt));
        }
        catch (FormatException error)
        {
            return new(Reason, error.Message);
        }

        if (CodeText.Extract(draft.Answer) is not { } code)
        {
            return new(Reason, "the answer holds no code");
        }

        var outcomes = await runner.RunAsync(tests, code, stopAtFirst: false, cancellationToken);
        var failed = outcomes.Where(outcome => outcome != TestOutcome.Ok).ToList();
        return failed.Count == 0 ? null : new(Reason, $"{failed.Count} of {outcomes.Count} tests failed: {string.Join(' ', outcomes.Select(outcome => outcome.Word()))}");
    }
}

/// <summary>Code that stands before an answer.</summary>
/// <param name="Entry">Name of the function that it begins.</param>
/// <param name="Text">Such as <c>def f(s): return </c>.</param>
internal sealed record CodeStarter(string Entry, string Text);
