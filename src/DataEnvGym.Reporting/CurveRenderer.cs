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
        using (var curve = CurvePlot.Draw(report))
        {
            curve.Render(surface.Canvas, new PixelRect(0, CurveWidth, Math.Min(height, 560), 0));
        }

        if (report.Skills.Count > 0)
        {
            using var skills = SkillsPlot.Draw(report);
            skills.Render(surface.Canvas, new PixelRect(CurveWidth, width, height, 0));
        }

        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        data.SaveTo(png);
    }
}
