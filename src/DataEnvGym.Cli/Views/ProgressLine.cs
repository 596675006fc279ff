using DataEnvGym.Core.Students;

namespace DataEnvGym.Cli.Views;

/// <summary>One line for a piece of work: a bar, the count, the rate and the time left.</summary>
internal static class ProgressLine
{
    private const int Width = 24;

    public static string Format(string name, WorkProgress progress, TimeSpan elapsed)
    {
        if (progress.Total <= 0)
        {
            return $"{name,-15} {elapsed.TotalSeconds:0} s";
        }

        var filled = Math.Clamp(Width * progress.Done / progress.Total, 0, Width);
        var rate = elapsed.TotalSeconds > 0 ? progress.Done / elapsed.TotalSeconds : 0;
        var left = rate > 0 ? TimeSpan.FromSeconds((progress.Total - progress.Done) / rate).ToString("m\\:ss") : "…";
        var detail = progress.Detail is null ? "" : $"  {progress.Detail}";
        return $"{name,-15} {new string('█', filled)}{new string('░', Width - filled)} {progress.Done:N0}/{progress.Total:N0} {progress.Unit}  {rate:0.0}/s  {left} left{detail}";
    }
}
