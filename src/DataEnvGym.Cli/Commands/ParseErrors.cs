using System.CommandLine;
using System.CommandLine.Parsing;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Cli.Commands;

/// <summary>Says what is wrong with a command line: a line for each fault and where to read on.</summary>
internal static class ParseErrors
{
    public static int Report(ParseResult parsed, TextWriter output)
    {
        foreach (var problem in Problems(parsed))
        {
            output.WriteLine($"error: {problem}");
        }

        output.WriteLine($"See: {PathOf(parsed.CommandResult)} --help");
        return ExitCode.BadInput;
    }

    private static IEnumerable<string> Problems(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var first, ..])
        {
            // What else is amiss mostly follows from it.
            return [first.StartsWith('-') || command.Subcommands.Count == 0 ? Surplus(parsed) : NoSuchCommand(command, first)];
        }

        return command.Subcommands.Count > 0 && command.Action is null
            ? [$"{command.Name} needs a command: {Names(command.Subcommands)}."]
            : parsed.Errors.Select(Describe).Distinct();
    }

    private static string NoSuchCommand(Command command, string token) =>
        $"there is no command {token}.{Suggestion.DidYouMean(token, command.Subcommands.Select(sub => sub.Name))} The commands are {Names(command.Subcommands)}.";

    private static string Surplus(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var token = parsed.UnmatchedTokens[0];
        return token.StartsWith('-')
            ? $"{command.Name} has no option {token}.{Suggestion.DidYouMean(token, command.Options.Select(option => option.Name))} Its options are {Names(command.Options)}."
            : $"{command.Name} does not take \"{token}\"{(command.Arguments.Count == 0 ? "" : $" after {string.Join(" ", command.Arguments.Select(argument => $"<{argument.Name}>"))}")}.";
    }

    private static string Describe(ParseError error) => error.SymbolResult switch
    {
        ArgumentResult { Tokens.Count: 0, Argument: var argument, Parent: CommandResult { Command: var command } } =>
            $"{command.Name} needs <{argument.Name}>. {argument.Description}",
        OptionResult { Option: { Required: true } option, Tokens.Count: 0 } => $"{option.Name} is missing. {option.Description}",
        OptionResult { Option: var option, Tokens.Count: 0 } => $"{option.Name} needs a value. {option.Description}",
        _ => error.Message,
    };

    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : result.Command.Name;

    private static string Names(IEnumerable<Symbol> symbols) => string.Join(", ", symbols.Where(symbol => !symbol.Hidden).Select(symbol => symbol.Name));
}
