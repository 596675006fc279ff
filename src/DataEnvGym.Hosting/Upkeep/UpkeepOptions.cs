using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace DataEnvGym.Hosting.Upkeep;

/// <summary>For how long what is kept and waited for.</summary>
public sealed record UpkeepOptions
{
    private const int LongestRetention = 3650;

    /// <summary><c>Retention:Days</c>: how long the engine remembers a run that has ended. Its artefacts and report stay.</summary>
    public TimeSpan KeepHistories { get; init; } = TimeSpan.FromDays(30);

    /// <summary><c>Watchdog:Minutes</c>: for how long nothing may happen around a job before its workflow is woken.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting has no valid value.</exception>
    public static UpkeepOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var usual = new UpkeepOptions();
        return new()
        {
            KeepHistories = TimeSpan.FromDays(Whole("Retention:Days", (int)usual.KeepHistories.TotalDays, LongestRetention)),
            StuckAfter = TimeSpan.FromMinutes(Whole("Watchdog:Minutes", (int)usual.StuckAfter.TotalMinutes, (int)TimeSpan.FromDays(1).TotalMinutes)),
        };

        int Whole(string name, int usually, int most) => configuration[name] is not { Length: > 0 } text
            ? usually
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most
                ? value
                : throw new InvalidOperationException($"The setting {name} is '{text}'; set it to a whole number from 1 to {most}.");
    }
}
