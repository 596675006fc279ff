using System.Text.Json;
using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Code.Testing;

namespace DataEnvGym.Domains.Code.Procedural;

/// <summary>A kind of function: how it is told in words, how it is written in Python, and what it returns, worked out here and not in Python.</summary>
/// <param name="words">The prompt behind the head, with <c>{0}</c>, <c>{1}</c> … for the constants, each once.</param>
/// <param name="code">The expression, in the same way.</param>
/// <param name="slots">The constants.</param>
internal abstract class CodeForm(string words, string code, IReadOnlyList<Slot> slots)
{
    private readonly Regex pattern = new($"^{PatternOf(words, slots)}$", RegexOptions.CultureInvariant);

    /// <summary>Name of the parameter, which stands for its type.</summary>
    public abstract string Parameter { get; }

    /// <summary>Constants drawn at random.</summary>
    public Constants Draw(Rng rng) => new(slots, [.. slots.Select(slot => slot.Draw(rng))]);

    /// <summary>The constants of a prompt without its head, or nothing where it is not of this form.</summary>
    public Constants? Read(string text) =>
        pattern.Match(text) is { Success: true } match ? new(slots, [.. Enumerable.Range(0, slots.Count).Select(i => match.Groups[$"v{i}"].Value)]) : null;

    /// <summary>Whether constants are such that no others make the same function, and none of them is idle.</summary>
    public abstract bool Allows(Constants constants);

    /// <summary>The prompt.</summary>
    public string Prompt(Constants constants) => $"f({Parameter}): {constants.Fill(words)}";

    /// <summary>The expression.</summary>
    public string Code(Constants constants) => constants.Fill(code);

    /// <summary>Calls, with what they return.</summary>
    public abstract IReadOnlyList<CallTest> Calls(Constants constants, Rng rng);

    private static string PatternOf(string words, IReadOnlyList<Slot> slots)
    {
        var pattern = Regex.Escape(words);
        for (var i = 0; i < slots.Count; i++)
        {
            pattern = pattern.Replace($@"\{{{i}}}", $"(?<v{i}>{slots[i].Pattern})", StringComparison.Ordinal);
        }

        return pattern;
    }
}

/// <summary>A kind of function of one parameter.</summary>
/// <typeparam name="T">The parameter's type: a whole number, a text, whole numbers, or texts.</typeparam>
internal sealed class CodeForm<T>(string words, string code, IReadOnlyList<Slot> slots, Func<T, Constants, object> evaluate, Func<Constants, bool>? allows = null)
    : CodeForm(words, code, slots)
    where T : notnull
{
    public override string Parameter => typeof(T) == typeof(int) ? "n" : typeof(T) == typeof(string) ? "s" : typeof(T) == typeof(int[]) ? "a" : "w";

    public override bool Allows(Constants constants) => allows?.Invoke(constants) ?? true;

    public override IReadOnlyList<CallTest> Calls(Constants constants, Rng rng) =>
        [.. CallInputs.For<T>(constants, rng).Select(input => new CallTest([ToJson(input)], ToJson(evaluate(input, constants))))];

    private static JsonElement ToJson(object value) => JsonSerializer.SerializeToElement(value, CodeJson.Default.GetTypeInfo(value.GetType())
        ?? throw new ArgumentException($"A function returned a {value.GetType().Name}, which has no form in JSON here.", nameof(value)));
}
