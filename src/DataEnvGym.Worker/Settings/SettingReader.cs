using System.Globalization;

namespace DataEnvGym.Worker.Settings;

/// <summary>A setting cannot be used.</summary>
internal sealed class SettingException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Reads settings and refuses what is out of range.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    public string? Text(string name) => string.IsNullOrWhiteSpace(configuration[name]) ? null : configuration[name];

    public int Whole(string name, int usual, int least, int most) => Text(name) is not { } text
        ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new SettingException($"The setting {name} is '{text}'; it must be a whole number from {least} to {most}.");

    public TimeSpan Seconds(string name, double usual, double least, double most) => TimeSpan.FromSeconds(Text(name) is not { } text
        ? usual
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new SettingException($"The setting {name} is '{text}'; it must be a number of seconds from {least} to {most}."));

    public bool Flag(string name) => Text(name) is { } text
        && (bool.TryParse(text, out var value) ? value : throw new SettingException($"The setting {name} is '{text}'; it must be true or false."));
}
