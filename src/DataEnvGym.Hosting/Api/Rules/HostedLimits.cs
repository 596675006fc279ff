using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace DataEnvGym.Hosting.Api.Rules;

/// <summary>What an episode may ask for that is started over HTTP: the settings <c>Limits:*</c>.</summary>
public sealed record HostedLimits
{
    /// <summary>Most examples of an iteration.</summary>
    public int ExamplesPerIteration { get; init; } = 100_000;

    /// <summary>Most items of a split.</summary>
    public int ItemsPerSplit { get; init; } = 10_000;

    /// <summary>Most iterations; with it a spec must set <c>stop.iterations</c>. None by default.</summary>
    public int? Iterations { get; init; }

    /// <summary>Most examples of an episode; with it a spec must set <c>stop.examples</c>. None by default.</summary>
    public int? Examples { get; init; }

    /// <summary>Most teacher tokens; with it a spec must set <c>stop.tokens</c>. None by default.</summary>
    public long? Tokens { get; init; }

    /// <summary>Most US dollars; with it a spec must set <c>stop.money</c>. None by default.</summary>
    public decimal? Money { get; init; }

    /// <summary>Most seconds of training; with it a spec must set <c>stop.trainingSeconds</c>. None by default.</summary>
    public double? TrainingSeconds { get; init; }

    /// <summary>
    /// Addresses of teachers that a spec may name, as <c>Limits:TeacherEndpoints</c> lists them, separated by spaces. Whoever writes specs could otherwise have
    /// the service send its keys and tokens anywhere.
    /// </summary>
    public string TeacherEndpoints { get; init; } = "";

    /// <summary>Reads the settings.</summary>
    /// <param name="section">The section <c>Limits</c>.</param>
    /// <exception cref="InvalidOperationException">A setting is no number above zero.</exception>
    public static HostedLimits Read(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var defaults = new HostedLimits();
        return new()
        {
            ExamplesPerIteration = (int)(Number(section, nameof(ExamplesPerIteration), int.MaxValue) ?? defaults.ExamplesPerIteration),
            ItemsPerSplit = (int)(Number(section, nameof(ItemsPerSplit), int.MaxValue) ?? defaults.ItemsPerSplit),
            Iterations = (int?)Number(section, nameof(Iterations), int.MaxValue),
            Examples = (int?)Number(section, nameof(Examples), int.MaxValue),
            Tokens = (long?)Number(section, nameof(Tokens), 1e15m),
            Money = Number(section, nameof(Money), 1e6m),
            TrainingSeconds = (double?)Number(section, nameof(TrainingSeconds), 1e8m),
            TeacherEndpoints = section[nameof(TeacherEndpoints)] ?? "",
        };
    }

    private static decimal? Number(IConfigurationSection section, string name, decimal most)
    {
        var text = section[name];
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 && value <= most
            ? value
            : throw new InvalidOperationException($"The setting {section.Path}:{name} is '{text}'; set it to a number above 0 and at most {most:0}, or leave it out.");
    }
}
