namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>Whether two answers are the same, and the rule that decided.</summary>
internal readonly record struct Outcome(bool Equal, string Rule)
{
    public static Outcome Same(string rule) => new(true, rule);

    public static Outcome Different(string rule) => new(false, rule);
}
