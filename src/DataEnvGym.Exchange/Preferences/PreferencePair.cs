using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Exchange.Preferences;

/// <summary>Two answers to one question, of which one passed all checks and the other was found wrong.</summary>
/// <param name="Chosen">An example that was kept.</param>
/// <param name="Rejected">A draft for the same question whose answer a check refused.</param>
public sealed record PreferencePair(Example Chosen, DroppedDraft Rejected)
{
    /// <summary>
    /// Reasons for which a draft is dropped because its answer is wrong. A duplicate, or a draft that is too long, is not worse for that, and one whose answer
    /// nobody could confirm may be right.
    /// </summary>
    public static IReadOnlyList<string> WrongAnswer { get; } = ["wrong", "disagreed"];

    /// <summary>
    /// The pairs of an iteration: each refused draft with the kept example of the same question in the domain's canonical form. Items of the examined splits are in
    /// none: a gate keeps them out of the examples.
    /// </summary>
    /// <param name="examples">What was kept.</param>
    /// <param name="dropped">What was dropped.</param>
    /// <param name="domain">Says which questions are the same.</param>
    public static IReadOnlyList<PreferencePair> Of(IReadOnlyList<Example> examples, IReadOnlyList<DroppedDraft> dropped, IDomain domain)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(dropped);
        ArgumentNullException.ThrowIfNull(domain);
        var kept = examples.ToLookup(example => domain.Canonicalize(example.Prompt), StringComparer.Ordinal);
        return
        [
            .. from drop in dropped
               where WrongAnswer.Contains(drop.Reason)
               from chosen in kept[domain.Canonicalize(drop.Draft.Prompt)].Take(1)
               where TextOf(chosen.Prompt, chosen.Solution, chosen.Answer, domain) != TextOf(chosen.Prompt, drop.Draft.Solution, drop.Draft.Answer, domain)
               select new PreferencePair(chosen, drop),
        ];
    }

    internal static string TextOf(string prompt, string solution, string answer, IDomain domain) => domain.FormatExample(prompt, solution, answer).Target;
}
