using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Exchange.Preferences;

/// <summary>Two answers to one question, of which one passed all checks and the other was found wrong.</summary>
/// <param name="Chosen">An example that was kept.</param>
/// <param name="Rejected">A wrong response to its question.</param>
public sealed record PreferencePair(Example Chosen, RejectedResponse Rejected)
{
    /// <summary>
    /// The reason for which a draft is dropped because its answer is wrong. A duplicate, or a draft that is too long, is not worse for that, and one whose answer
    /// nobody could confirm may be right.
    /// </summary>
    private const string WrongAnswer = "disagreed";

    /// <summary>
    /// The pairs that a judge made: each refused draft with the kept example of the same question in the domain's canonical form. Items of the examined splits are in
    /// none: a gate keeps them out of the examples.
    /// </summary>
    /// <param name="examples">What was kept in an iteration.</param>
    /// <param name="dropped">What was dropped in it.</param>
    /// <param name="domain">Says which questions are the same.</param>
    public static IReadOnlyList<PreferencePair> OfDrafts(IReadOnlyList<Example> examples, IReadOnlyList<DroppedDraft> dropped, IDomain domain)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(dropped);
        ArgumentNullException.ThrowIfNull(domain);
        var kept = examples.ToLookup(example => domain.Canonicalize(example.Prompt), StringComparer.Ordinal);
        return Differing(domain,
            from drop in dropped
            where drop.Reason == WrongAnswer
            from chosen in kept[domain.Canonicalize(drop.Draft.Prompt)].Take(1)
            let text = domain.FormatExample(chosen.Prompt, drop.Draft.Solution, drop.Draft.Answer).Target
            select new PreferencePair(chosen, new("draft", text, drop.Draft.Source.Writer, drop.Draft.Source.Request, drop.Reason, drop.Detail)));
    }

    /// <summary>The pairs that the student made, by what it wrote itself before it was trained: each wrong answer of its own with the example.</summary>
    /// <param name="examples">What was kept in an iteration.</param>
    /// <param name="misses">What the student answered wrong in it.</param>
    /// <param name="domain">Says how a response is written.</param>
    public static IReadOnlyList<PreferencePair> OfStudent(IReadOnlyList<Example> examples, IReadOnlyList<StudentMiss> misses, IDomain domain)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(misses);
        ArgumentNullException.ThrowIfNull(domain);
        var kept = examples.ToDictionary(example => example.Id, StringComparer.Ordinal);
        return Differing(domain,
            from miss in misses
            where miss.Response.Length > 0 && kept.ContainsKey(miss.Example)
            let chosen = kept[miss.Example]
            let found = miss.Answer is null ? "no answer was found in it" : $"its answer is {miss.Answer}"
            select new PreferencePair(chosen, new("student", miss.Response, null, null, "wrong", $"{found}, and {chosen.Answer} was kept")));
    }

    internal static string TextOf(Example example, IDomain domain) => domain.FormatExample(example.Prompt, example.Solution, example.Answer).Target;

    private static List<PreferencePair> Differing(IDomain domain, IEnumerable<PreferencePair> pairs) => [.. pairs.Where(pair => TextOf(pair.Chosen, domain) != pair.Rejected.Text)];
}

/// <summary>A wrong response, and who gave it.</summary>
/// <param name="Origin"><c>draft</c> for one that a teacher wrote and a judge refuted, <c>student</c> for the student's own.</param>
/// <param name="Text">The whole response.</param>
/// <param name="Teacher">Who wrote it; none for the student's own.</param>
/// <param name="Request">The call that wrote it; none for the student's own.</param>
/// <param name="Reason">Why it is rejected.</param>
/// <param name="Detail">What exactly was found.</param>
public sealed record RejectedResponse(string Origin, string Text, string? Teacher, string? Request, string Reason, string Detail);
