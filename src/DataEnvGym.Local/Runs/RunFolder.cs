using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Local.Runs;

/// <summary>Where the files of a run lie. Names only: it makes and reads nothing.</summary>
/// <param name="FullPath">The run's own folder.</param>
public sealed record RunFolder(string FullPath)
{
    /// <summary>A run among others.</summary>
    /// <param name="root">The folder that holds all runs.</param>
    /// <param name="id">The run.</param>
    public RunFolder(string root, RunId id)
        : this(Path.Combine(Path.GetFullPath(root), id.Value))
    {
    }

    /// <summary>What people call the run: the folder's name.</summary>
    public string Name => Path.GetFileName(FullPath);

    /// <summary>What to type to name this run from the current folder: its name if it is among the runs there, else its path.</summary>
    public string Designator => Path.GetFullPath(Path.Combine("runs", Name)) == FullPath ? Name : FullPath;

    /// <summary>The journal, a SQLite file.</summary>
    public string Journal => Path.Combine(FullPath, "journal.db");

    /// <summary>The file that a working process keeps locked.</summary>
    public string Lock => Path.Combine(FullPath, "run.lock");

    /// <summary>The folder of the artefacts.</summary>
    public string Artifacts => Path.Combine(FullPath, "artifacts");

    /// <summary>The folder of what the teacher answered and was paid for.</summary>
    public string Answers => Path.Combine(FullPath, "answers");

    /// <summary>The copy of the specification that the run was started with.</summary>
    public string Spec => Path.Combine(FullPath, "episode.json");

    /// <summary>Which run of a curriculum this is, if it is one.</summary>
    public string Curriculum => Path.Combine(FullPath, "curriculum.json");

    /// <summary>The report, for programs.</summary>
    public string ReportJson => Path.Combine(FullPath, "report.json");

    /// <summary>The report, for people.</summary>
    public string ReportMarkdown => Path.Combine(FullPath, "report.md");

    /// <summary>The picture of accuracy over iterations.</summary>
    public string Curve => Path.Combine(FullPath, "curve.png");

    /// <summary>The run in a folder of any name.</summary>
    public static RunFolder At(string path) => new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
}
