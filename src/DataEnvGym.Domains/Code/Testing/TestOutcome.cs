using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Domains.Code.Testing;

/// <summary>What came of one test.</summary>
public enum TestOutcome
{
    /// <summary>It passed.</summary>
    Ok,

    /// <summary>The program gave another value or printed something else, or an assertion failed.</summary>
    Wrong,

    /// <summary>The program failed with an error, or left before its end.</summary>
    Error,

    /// <summary>The program is no Python.</summary>
    CompileError,

    /// <summary>It took too long.</summary>
    Timeout,

    /// <summary>It wanted too much memory.</summary>
    Memory,

    /// <summary>It printed too much.</summary>
    Output,

    /// <summary>It was not run, because of what came of a test before it.</summary>
    NotRun,
}

/// <summary>Spellings of outcomes.</summary>
internal static class TestOutcomes
{
    /// <summary>As it stands in diagnostics, such as <c>compile-error</c>.</summary>
    public static string Word(this TestOutcome outcome) => outcome switch
    {
        TestOutcome.CompileError => "compile-error",
        TestOutcome.NotRun => "not-run",
        _ => outcome.ToString().ToLowerInvariant(),
    };

    /// <summary>The outcome of a test whose program came to a bad end.</summary>
    public static TestOutcome Of(SandboxOutcome outcome) => outcome switch
    {
        SandboxOutcome.CompileError => TestOutcome.CompileError,
        SandboxOutcome.TimeLimit => TestOutcome.Timeout,
        SandboxOutcome.MemoryLimit => TestOutcome.Memory,
        SandboxOutcome.OutputLimit => TestOutcome.Output,
        _ => TestOutcome.Error,
    };
}
