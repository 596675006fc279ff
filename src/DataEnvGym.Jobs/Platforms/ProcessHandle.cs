using System.Diagnostics;
using System.Globalization;

namespace DataEnvGym.Jobs.Platforms;

/// <summary>Names a process for good: its number, and its start time, because numbers are used again.</summary>
internal readonly record struct ProcessHandle(int Id, long Started)
{
    public static ProcessHandle Of(Process process) => new(process.Id, process.StartTime.ToUniversalTime().Ticks);

    public static ProcessHandle? Parse(string? text) => text?.Split('@') is [var id, var started]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(started, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? new(number, ticks)
            : null;

    /// <summary>The process, if it runs.</summary>
    public Process? Find()
    {
        Process? process = null;
        try
        {
            process = Process.GetProcessById(Id);
            if (!process.HasExited && Of(process) == this)
            {
                return process;
            }
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            // It ended meanwhile.
        }

        process?.Dispose();
        return null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}@{Started}");
}
