using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Cli.Views;

/// <summary>Reports a running episode line by line, for logs and pipes.</summary>
internal sealed class PlainView
{
    private readonly TextWriter output;
    private readonly TimeProvider time;
    private readonly long started;

    public PlainView(TextWriter output, RunBoard board, TimeProvider time)
    {
        (this.output, this.time, started) = (output, time, time.GetTimestamp());
        board.Changed += Write;
        board.Warned += message => output.WriteLine($"warning: {message}");
    }

    private void Write(EpisodeStatus status)
    {
        var curve = status.Curve.Count == 0 ? "" : $"  select {status.Curve[^1] * 100:0.0} %  {status.Examples:N0} examples  {status.Spend.Tokens:N0} tokens{(status.Spend.Money > 0 ? $"  ${status.Spend.Money:0.00}" : "")}";
        output.WriteLine($"{time.GetElapsedTime(started):m\\:ss}  iteration {status.Iteration}  {status.Phase}{curve}{(status.Pause is { } pause ? $"  {pause}" : "")}");
        foreach (var action in status.Actions ?? [])
        {
            output.WriteLine($"      {action}");
        }
    }
}
