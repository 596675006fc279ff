using System.CommandLine;
using DataEnvGym.Cli;
using DataEnvGym.Cli.Commands;

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
    ListCommand.Create(),
    ShowCommand.Create(),
    CompareCommand.Create(),
    ExamplesCommand.Create(),
    ExamineCommand.Create(),
    ValidateCommand.Create(),
    SchemaCommand.Create(),
    StudentCommand.Create(),
    SystemCheckCommand.Create(),
};

var parsed = root.Parse(args);
var code = await parsed.InvokeAsync(new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromSeconds(60),
});
return parsed.Errors.Count > 0 ? ExitCode.BadInput : code;
