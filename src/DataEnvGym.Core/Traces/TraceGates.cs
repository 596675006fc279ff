using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Traces;

/// <summary>The gates of a run in words, in the order in which drafts pass them.</summary>
internal static class TraceGates
{
    public static IReadOnlyList<string> Of(CurationSpec spec) =>
    [
        $"form: a prompt of at most {spec.MaxPromptLength:N0} characters, an answer, solution and answer of at most {spec.MaxSolutionLength:N0}",
        $"contamination: not the same question as an examined item, and no {spec.ContaminationWords} words in a row of one",
        "duplicate: not the same question as another example of the run",
        "surplus: its order was not filled yet",
    ];
}
