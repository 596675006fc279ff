using DataEnvGym.Core.Students;

namespace DataEnvGym.Cli.Views;

/// <summary>Progress of one piece of work: a line that is redrawn on a terminal, a line now and then elsewhere.</summary>
internal sealed class ConsoleProgress(string name, TextWriter output, TimeProvider time) : IProgress<WorkProgress>
{
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(10);
    private readonly long started = time.GetTimestamp();
    private readonly Lock gate = new();
    private TimeSpan lastLine = -LogInterval;

    public void Report(WorkProgress value)
    {
        lock (gate)
        {
            var elapsed = time.GetElapsedTime(started);
            if (!Console.IsErrorRedirected)
            {
                output.Write($"\r{ProgressLine.Format(name, value, elapsed),-110}");
            }
            else if (elapsed - lastLine >= LogInterval)
            {
                lastLine = elapsed;
                output.WriteLine(ProgressLine.Format(name, value, elapsed));
            }
        }
    }

    /// <summary>Ends the line.</summary>
    public void Finish()
    {
        if (!Console.IsErrorRedirected)
        {
            output.WriteLine();
        }
    }
}
