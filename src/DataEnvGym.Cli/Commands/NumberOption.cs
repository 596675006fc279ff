using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace DataEnvGym.Cli.Commands;

/// <summary>Options that take a whole number in a range.</summary>
internal static class NumberOption
{
    /// <summary>An option that may be left out.</summary>
    public static Option<int?> Optional(string name, int least, string description) => new(name)
    {
        Description = description,
        HelpName = "number",
        CustomParser = result => (int?)Parse(result, name, least, int.MaxValue),
    };

    /// <summary>An option with a default.</summary>
    public static Option<int> WithDefault(string name, int least, int value, string description) => new(name)
    {
        Description = description,
        HelpName = "number",
        DefaultValueFactory = _ => value,
        CustomParser = result => (int)Parse(result, name, least, int.MaxValue),
    };

    /// <summary>A seed, with a default.</summary>
    public static Option<uint> Seed(uint value, string description) => new("--seed")
    {
        Description = description,
        HelpName = "number",
        DefaultValueFactory = _ => value,
        CustomParser = result => (uint)Parse(result, "--seed", 0, uint.MaxValue),
    };

    private static long Parse(ArgumentResult result, string name, long least, long most)
    {
        var text = result.Tokens[0].Value;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        result.AddError($"{name} is \"{text}\"; it takes a whole number from {least} to {most}.");
        return least;
    }
}
