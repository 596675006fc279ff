namespace DataEnvGym.Core.Episodes.Reports;

/// <summary>Draws a learning curve.</summary>
public interface ICurveRenderer
{
    /// <summary>Writes a PNG picture of an episode's report. The same report gives the same bytes.</summary>
    void Render(EpisodeReport report, Stream png);
}
