using ScottPlot;

namespace DataEnvGym.Reporting;

/// <summary>Colours that people with any colour vision can tell apart (Okabe and Ito 2008).</summary>
internal static class Palette
{
    public static Color Blue { get; } = Color.FromHex("#0072B2");

    public static Color Orange { get; } = Color.FromHex("#D55E00");

    public static Color Grey { get; } = Color.FromHex("#8A8A8A");

    public static Color Grid { get; } = Color.FromHex("#E4E4E4");

    public static void Style(Plot plot)
    {
        plot.Font.Set(EmbeddedFont.Family);
        plot.Grid.MajorLineColor = Grid;
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        plot.Axes.Right.MinimumSize = 16;
    }
}
