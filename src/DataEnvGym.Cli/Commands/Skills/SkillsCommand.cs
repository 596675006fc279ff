using System.CommandLine;

namespace DataEnvGym.Cli.Commands.Skills;

/// <summary><c>skills</c>: the skills that a task asks for, as found, named, edited and compared.</summary>
internal static class SkillsCommand
{
    public static Command Create() => new(
        "skills",
        """
        Skills of a task: has a teacher discover them, shows, compares and edits them. Edited ones are used by a run with "skills": {"source": "file", "file": "skills.json"}.

        From a run to one with skills that a person went over:
          dataenvgym skills export math-1 skills.json
          dataenvgym skills rename skills.json sort-digits order-digits
          dataenvgym run samples/math --set skills.source=file --set skills.file=skills.json
        """)
    {
        SkillsDiscoverCommand.Create(),
        SkillsShowCommand.Create(),
        SkillsComparisons.Diff(),
        SkillsComparisons.Agree(),
        SkillsComparisons.Compare(),
        SkillsEdits.Export(),
        SkillsEdits.Rename(),
        SkillsEdits.Merge(),
        SkillsEdits.Split(),
        SkillsAssignCommand.Create(),
    };

    public static Argument<string> Place(string name = "skills") => new(name) { Description = "A taxonomy file, or a run: its name, as `dataenvgym list` prints it, or its folder." };

    public static Argument<string> TheFile() => new("file") { Description = "A taxonomy file, such as `dataenvgym skills export` writes." };
}
