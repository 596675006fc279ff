namespace DataEnvGym.Domains.Mathematics.Grading.Expressions;

/// <summary>The names of symbols that have a value.</summary>
internal static class Constants
{
    public const string Pi = "π";
    public const string E = "e";
    public const string I = "i";
    public const string Infinity = "∞";
    public const string Reals = "ℝ";

    public static bool IsConstant(string name) => name is Pi or E or I or Infinity or Reals;
}
