using System.Text;
using System.Text.Json;
using DataEnvGym.Core.Experiments;
using DataEnvGym.Reporting;

namespace DataEnvGym.Cli.Hosting.Experiments;

/// <summary>The leaderboard beside the runs that it is made of.</summary>
internal static class LeaderboardFiles
{
    /// <summary>Reads the finished runs of an experiment and computes their leaderboard.</summary>
    public static async Task<Leaderboard> BuildAsync(ExperimentPlan plan, ExperimentFolder folder, CancellationToken cancellationToken)
    {
        var finished = new List<FinishedRun>();
        foreach (var run in plan.Runs())
        {
            var report = (await folder.ReadReportAsync(run, cancellationToken))!;
            finished.Add(new(run.Name, run.Arm, report, await RunReader.ReadTestAnswersAsync(folder.Of(run), report, cancellationToken)));
        }

        return LeaderboardBuilder.Build(plan, finished);
    }

    /// <summary>Writes <c>leaderboard.png</c>, <c>leaderboard.md</c> and <c>leaderboard.json</c>.</summary>
    public static async Task WriteAsync(Leaderboard board, string folder, CancellationToken cancellationToken)
    {
        using var picture = new MemoryStream();
        LeaderboardRenderer.Render(board, picture);
        await WriteAsync("leaderboard.png", picture.ToArray());
        await WriteAsync("leaderboard.md", Encoding.UTF8.GetBytes(LeaderboardMarkdown.Write(board)));
        await WriteAsync("leaderboard.json", Encoding.UTF8.GetBytes(Json(board) + "\n"));

        Task WriteAsync(string name, byte[] content) =>
            AtomicFile.WriteAsync(Path.Combine(folder, name), stream => stream.WriteAsync(content, cancellationToken).AsTask(), cancellationToken);
    }

    /// <summary>A leaderboard as JSON.</summary>
    public static string Json(Leaderboard board) => JsonSerializer.Serialize(board, CliJson.Readable.Leaderboard);
}
