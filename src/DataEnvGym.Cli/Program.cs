using System.CommandLine;
using System.CommandLine.Invocation;
using DataEnvGym.Cli.Commands;
using DataEnvGym.Cli.Commands.Curricula;
using DataEnvGym.Cli.Commands.Skills;
using Spectre.Console;

const int LogWidth = 160;

var root = new RootCommand(
    """
    DataEnvGym: examines a small model, lets a teacher write training data for what it is bad at, fine-tunes it, and examines it again.

    First steps:
      dataenvgym system-check          what this machine can do
      dataenvgym run samples/math      a whole episode, a few minutes, no network needed
      dataenvgym list                  what was run so far
    """)
{
    RunCommand.Create(),
    ResumeCommand.Create(),
    StopCommand.Create(),
    ApproveCommand.Create(),
    ReviewCommand.Create(),
    ListCommand.Create(),
    ShowCommand.Create(),
    CompareCommand.Create(),
    ExperimentCommand.Create(),
    CurriculumCommand.Create(),
    SkillsCommand.Create(),
    ExamplesCommand.Create(),
    SpendCommand.Create(),
    TraceCommand.Create(),
    ExportCommand.Create(),
    ImportCommand.Create(),
    AnswersCommand.Create(),
    ExamineCommand.Create(),
    GradeCommand.Create(),
    ValidateCommand.Create(),
    EstimateCommand.Create(),
    SchemaCommand.Create(),
    StudentCommand.Create(),
    SystemCheckCommand.Create(),
};

if (Console.IsOutputRedirected)
{
    // A file or a pipe has no width; tables need not wrap there.
    AnsiConsole.Profile.Width = LogWidth;
}

var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
if (parsed.Action is ParseErrorAction)
{
    return ParseErrors.Report(parsed, Console.Error);
}

return await parsed.InvokeAsync(new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromSeconds(60),
});
