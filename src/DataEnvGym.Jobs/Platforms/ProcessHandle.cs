using System.Diagnostics;
using System.Globalization;

namespace DataEnvGym.Jobs.Platforms;

/// <summary>Names a process for good: its number, and its start time, because numbers are used again.</summary>
internal readonly record struct ProcessHandle(int Id, long Started)
{
    /// <summary>The name of a process. One that has ended already has no start time any more, and none is needed to find it.</summary>
    public static ProcessHandle Of(Process process)
    {
        try
        {
            return new(process.Id, process.StartTime.ToUniversalTime().Ticks);
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return new(process.Id, 0);
        }
    }

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
            if (Started != 0 && !process.HasExited && Of(process) == this)
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
