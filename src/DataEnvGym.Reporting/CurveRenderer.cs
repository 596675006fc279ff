using DataEnvGym.Core.Episodes.Reports;
using ScottPlot;
using SkiaSharp;

namespace DataEnvGym.Reporting;

/// <summary>Draws the learning curve beside the skills before and after.</summary>
public sealed class CurveRenderer : ICurveRenderer
{
    private const int RowHeight = 22;
    private const int CurveWidth = 620;
    private const int SkillsWidth = 640;

    /// <inheritdoc/>
    public void Render(EpisodeReport report, Stream png)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(png);
        EmbeddedFont.Use();
        var height = Math.Max(420, 130 + (report.Skills.Count * RowHeight));
        var width = CurveWidth + (report.Skills.Count > 0 ? SkillsWidth : 0);
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.White);
        Place(CurvePlot.Draw(report), surface.Canvas, 0, CurveWidth, height);
        if (report.Skills.Count > 0)
        {
            Place(SkillsPlot.Draw(report), surface.Canvas, CurveWidth, SkillsWidth, height);
        }

        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        data.SaveTo(png);
    }

    // A plot clears the whole canvas that it is rendered to, so each has one of its own.
    internal static void Place(Plot plot, SKCanvas canvas, int left, int width, int height)
    {
        using (plot)
        {
            using var surface = SKSurface.Create(new SKImageInfo(width, height));
            plot.Render(surface.Canvas, new PixelRect(0, width, height, 0));
            canvas.DrawSurface(surface, left, 0);
        }
    }
}
