using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Exchange;

/// <summary>All of an example but its question: what goes with a chat line, so that it can be read back as it was.</summary>
internal sealed record ExampleMetadata(
    string Id, string Episode, int Iteration, string Agent, string Policy, string Order, string Teacher, string Request,
    IReadOnlyList<string> SourceErrors, string Seed, string Solution, string Answer, string TextHash, string? Skill = null, string? PromptHash = null, string? Check = null, IReadOnlyList<string>? SourceItems = null)
{
    /// <summary>The metadata of a text. A seed is written as text: half of them have no exact number in JavaScript.</summary>
    public static ExampleMetadata Of(TaughtText text)
    {
        var (example, made) = (text.Example, text.Example.Provenance);
        return new(
            example.Id, made.Episode, made.Iteration, made.Agent, made.Policy, made.Order, made.Source.Writer, made.Source.Request, made.Source.SourceErrors,
            made.Source.Seed.ToString(CultureInfo.InvariantCulture), example.Solution, example.Answer, HashOf(example.Prompt, text.Response),
            example.Skill, made.Source.PromptHash, example.Check, made.Source.SourceItems);
    }

    /// <summary>The example that a line and its metadata were made of.</summary>
    /// <exception cref="ExchangeException">The line was changed since, or the metadata are no whole.</exception>
    public Example ToExample(string prompt, string response)
    {
        if (HashOf(prompt, response) != TextHash)
        {
            throw new ExchangeException("its text is not the one that its metadata describe; it was edited or the lines were moved. Restore it, or delete the metadata to have it read as new");
        }

        return ulong.TryParse(Seed, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? new(Id, prompt, Solution, Answer, Skill, new(Episode, Iteration, Agent, Policy, Order, new(Teacher, PromptHash, Request, SourceErrors, seed) { SourceItems = SourceItems })) { Check = Check }
            : throw new ExchangeException($"its seed \"{Seed}\" is no whole number from 0 to {ulong.MaxValue}");
    }

    private static string HashOf(string prompt, string response) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{prompt.Length}\n{prompt}\n{response}")).AsSpan(0, 8));
}
