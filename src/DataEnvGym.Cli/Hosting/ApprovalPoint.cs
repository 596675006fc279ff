using DataEnvGym.Cli.Commands;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Local.Journal;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Hosting;

/// <summary>Where a run waits for a person.</summary>
/// <param name="Folder">The run.</param>
/// <param name="Instance">The instance that waits.</param>
/// <param name="Iteration">The iteration whose examples are to be approved of.</param>
internal sealed record ApprovalPoint(RunFolder Folder, string Instance, int Iteration)
{
    /// <summary>Finds it.</summary>
    /// <exception cref="UsageException">The run does not wait for a person.</exception>
    public static ApprovalPoint Find(RunFolder folder) =>
        RunReader.ReadInstance(folder) is { State: InstanceState.Running } instance
        && RunReader.ReadStatus(folder) is { Phase: EpisodeStatus.WaitingForApproval } status
            ? new(folder, $"{instance.Id}/{EpisodeNames.IterationInstance(status.Iteration)}", status.Iteration)
            : throw new UsageException($"{folder.Name} does not wait for approval; see how far it is: {UserCommand.Of("show", folder)}");
}
