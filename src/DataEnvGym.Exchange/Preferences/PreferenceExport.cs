using System.Globalization;
using System.Text.Json;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Exchange.Preferences;

/// <summary>Writes pairs as lines of JSON: <c>{"prompt":…,"chosen":…,"rejected":…,"metadata":{…}}</c>.</summary>
public static class PreferenceExport
{
    /// <summary>Writes a line for each pair, in order. The same pairs give the same bytes.</summary>
    /// <param name="pairs">What to write.</param>
    /// <param name="domain">Says how a response is written.</param>
    /// <param name="output">Takes the lines.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static async Task WriteAsync(IEnumerable<PreferencePair> pairs, IDomain domain, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var pair in pairs)
        {
            await output.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(LineOf(pair, domain), ExchangeJson.Readable.PreferenceLine), cancellationToken);
            output.WriteByte((byte)'\n');
        }
    }

    private static PreferenceLine LineOf(PreferencePair pair, IDomain domain)
    {
        var (chosen, rejected) = pair;
        var (made, source) = (chosen.Provenance, chosen.Provenance.Source);
        return new(
            chosen.Prompt,
            PreferencePair.TextOf(chosen, domain),
            rejected.Text,
            new(
                chosen.Id, chosen.Skill, made.Iteration, source.Writer, source.PromptHash, source.Request, source.Seed.ToString(CultureInfo.InvariantCulture),
                rejected.Origin, rejected.Teacher, rejected.Request, rejected.Reason, rejected.Detail));
    }
}
