using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace DataEnvGym.Azure.Azurite;

/// <summary>
/// The Azurite that served a folder before. One whose starter died needs a moment to write its tables down; another that reads them meanwhile would serve,
/// and later write, an older state.
/// </summary>
internal static class Predecessor
{
    private const string FileName = "azurite.pid";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Waits until nobody serves a folder any more.</summary>
    /// <exception cref="AzuriteException">Someone still does.</exception>
    public static async Task WaitAsync(string location, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Find(location) is not { } process)
        {
            return;
        }

        using (process)
        {
            try
            {
                await process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
            }
            catch (TimeoutException)
            {
                throw new AzuriteException($"Process {process.Id} still serves {location}; end what uses it, or that process.");
            }
        }
    }

    /// <summary>Notes who serves a folder.</summary>
    public static void Note(string location, Process process) =>
        File.WriteAllText(Path.Combine(location, FileName), string.Create(CultureInfo.InvariantCulture, $"{process.Id} {process.StartTime.Ticks}"));

    private static Process? Find(string location)
    {
        var path = Path.Combine(location, FileName);
        if (!File.Exists(path) || File.ReadAllText(path).Split(' ') is not [var id, var started] || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        try
        {
            // Numbers of processes are given again; the time of the start tells whether it is the same.
            var process = Process.GetProcessById(number);
            if (process.StartTime.Ticks.ToString(CultureInfo.InvariantCulture) == started)
            {
                return process;
            }

            process.Dispose();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It is gone.
        }

        return null;
    }
}
