using System.CommandLine;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Hosting.Curricula;

namespace DataEnvGym.Cli.Commands.Curricula;

/// <summary><c>curriculum</c>: episodes that are run again and again, each from the best student so far.</summary>
internal static class CurriculumCommand
{
    public static Command Create() => new(
        "curriculum", "Standing curricula: episodes on a schedule, each from the best student so far; a gate decides whether its student takes that one's place.")
    {
        CurriculumChanges.Add(),
        CurriculumChanges.Remove(),
        CurriculumChanges.Enable(),
        CurriculumChanges.Disable(),
        CurriculumLooks.List(),
        CurriculumLooks.Show(),
        CurriculumLooks.History(),
        CurriculumRunCommand.Create(),
        CurriculumWatchCommand.Create(),
    };

    public static Argument<string> Id() => new("id") { Description = "A curriculum's id, as `dataenvgym curriculum list` prints it." };

    /// <summary>The curricula beside the runs of a folder, for commands that start none.</summary>
    public static CurriculumService Service(string runs) =>
        new(CurriculumFolders.Documents(runs), new CurriculumFolders(runs, _ => false, _ => { }), TimeProvider.System);
}
