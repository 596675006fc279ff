using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Local.Runs;
using Spectre.Console;

namespace DataEnvGym.Cli.Commands;

/// <summary>Runs an episode with the view that suits where the output goes.</summary>
internal static class EpisodeRunner
{
    public static async Task<int> RunAsync(RunFolder folder, EpisodeSpec spec, bool json, CancellationToken cancellationToken)
    {
        try
        {
            var report = await FollowAsync(folder, spec, json, cancellationToken);
            if (json)
            {
                await using var stdout = Console.OpenStandardOutput();
                ReportActivity.WriteJson(report, stdout);
                stdout.WriteByte((byte)'\n');
            }
            else
            {
                ReportView.Write(AnsiConsole.Console, report, folder);
            }

            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"stopped; nothing is lost. Go on with: {UserCommand.Of("resume", folder)}");
            return ExitCode.Interrupted;
        }
    }

    /// <summary>Runs the episode in a folder to its end and shows how it gets on.</summary>
    /// <returns>Its report, which is not shown.</returns>
    public static async Task<EpisodeReport> FollowAsync(RunFolder folder, EpisodeSpec spec, bool json, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var board = new RunBoard(time);
        var console = AnsiConsole.Console;
        var interactive = !json && console.Profile.Capabilities.Interactive && console.Profile.Capabilities.Ansi && !Console.IsOutputRedirected;
        if (!interactive)
        {
            _ = new PlainView(json ? Console.Error : Console.Out, board, time);
        }

        // The journal and the student must not wait for the screen.
        var work = Task.Run(() => EpisodeHost.RunAsync(folder, board, board.Warn, cancellationToken), CancellationToken.None);
        if (interactive)
        {
            await new LiveView(console, board, spec, folder.Name, time).ShowAsync(work);
        }

        return await work;
    }
}
