namespace DataEnvGym.Local.Runs;

/// <summary>Where the files of a run lie. Names only: it makes and reads nothing.</summary>
/// <param name="Root">The folder that holds all runs.</param>
/// <param name="Id">The run.</param>
public sealed record RunFolder(string Root, RunId Id)
{
    /// <summary>The run's own folder.</summary>
    public string FullPath => Path.Combine(Path.GetFullPath(Root), Id.Value);

    /// <summary>The journal, a SQLite file.</summary>
    public string Journal => Path.Combine(FullPath, "journal.db");

    /// <summary>The file that a working process keeps locked.</summary>
    public string Lock => Path.Combine(FullPath, "run.lock");

    /// <summary>The folder of the artefacts.</summary>
    public string Artifacts => Path.Combine(FullPath, "artifacts");

    /// <summary>The copy of the specification that the run was started with.</summary>
    public string Spec => Path.Combine(FullPath, "episode.json");

    /// <summary>The report, for programs.</summary>
    public string ReportJson => Path.Combine(FullPath, "report.json");

    /// <summary>The report, for people.</summary>
    public string ReportMarkdown => Path.Combine(FullPath, "report.md");

    /// <summary>The picture of accuracy over iterations.</summary>
    public string Curve => Path.Combine(FullPath, "curve.png");
}
