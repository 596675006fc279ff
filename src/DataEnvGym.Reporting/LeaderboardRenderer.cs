using DataEnvGym.Core.Experiments;
using SkiaSharp;

namespace DataEnvGym.Reporting;

/// <summary>Draws a leaderboard: the arms' means beside their differences to the reference, all with their intervals.</summary>
public static class LeaderboardRenderer
{
    private const int RowHeight = 30;
    private const int MeansWidth = 660;
    private const int DifferencesWidth = 560;

    /// <summary>Writes a PNG picture. The same leaderboard gives the same bytes.</summary>
    public static void Render(Leaderboard board, Stream png)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(png);
        EmbeddedFont.Use();
        var height = 130 + (Math.Max(3, board.Arms.Count) * RowHeight);
        using var surface = SKSurface.Create(new SKImageInfo(MeansWidth + DifferencesWidth, height));
        surface.Canvas.Clear(SKColors.White);
        CurveRenderer.Place(ArmsPlot.Means(board), surface.Canvas, 0, MeansWidth, height);
        CurveRenderer.Place(ArmsPlot.Differences(board), surface.Canvas, MeansWidth, DifferencesWidth, height);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        data.SaveTo(png);
    }
}
