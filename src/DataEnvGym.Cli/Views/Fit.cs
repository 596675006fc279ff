namespace DataEnvGym.Cli.Views;

/// <summary>Keeps text on one line: a line that wraps makes a redrawn view jump.</summary>
internal static class Fit
{
    /// <summary>The text, its end cut off where it is too long.</summary>
    public static string To(string text, int width) => text.Length <= width ? text : $"{text[..Math.Max(0, width - 1)]}…";

    /// <summary>The text, its beginning cut off where it is too long.</summary>
    public static string ToEnd(string text, int width) => text.Length <= width ? text : $"…{text[^Math.Max(0, width - 1)..]}";
}
