using System.Text.Json;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Local.Journal;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Hosting;

/// <summary>One run in a list.</summary>
/// <param name="Run">Its name.</param>
/// <param name="State"><c>running</c>, <c>interrupted</c>, <c>completed</c>, <c>failed</c>, <c>not started</c> or <c>unreadable</c>.</param>
/// <param name="Agent">Environment and agent.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Iteration">Iterations done, or under way.</param>
/// <param name="Start">Share right on <c>select</c> at the start, if examined.</param>
/// <param name="Now">Share right on <c>select</c> of the newest checkpoint, if examined.</param>
/// <param name="Examples">Examples trained on.</param>
/// <param name="Updated">When it last got on.</param>
/// <param name="Problem">Why it failed or cannot be read.</param>
internal sealed record RunSummary(
    string Run, string State, string Agent, uint Seed, int Iteration, double? Start, double? Now, int Examples, DateTimeOffset? Updated, string? Problem = null)
{
    public static async Task<RunSummary> ReadAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        var spec = await RunReader.ReadSpecAsync(folder, cancellationToken);
        var (instance, status) = (RunReader.ReadInstance(folder), RunReader.ReadStatus(folder));
        return new(
            folder.Name,
            StateOf(instance, folder),
            $"{Words.Of(spec.Environment)} {ReportBuilder.AgentName(spec)}",
            spec.Seed,
            status?.Iteration ?? 0,
            status is { Curve: [var start, ..] } ? start : null,
            status is { Curve: [.., var now] } ? now : null,
            status?.Examples ?? 0,
            instance?.Updated,
            instance?.Failure);
    }

    /// <summary>The same for a list, in which one damaged run must not hide the others.</summary>
    public static async Task<RunSummary> ReadOrExplainAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(folder, cancellationToken);
        }
        catch (Exception error) when (error is SpecException or JournalException or IOException or UnauthorizedAccessException or JsonException)
        {
            return new(folder.Name, "unreadable", "", 0, 0, null, null, 0, null, error.Message);
        }
    }

    private static string StateOf(InstanceSummary? instance, RunFolder folder) => instance?.State switch
    {
        null => "not started",
        InstanceState.Running => RunLock.IsHeld(folder) ? "running" : "interrupted",
        var state => state.Value.ToString().ToLowerInvariant(),
    };
}
