using DataEnvGym.Cli.Commands;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains;
using DataEnvGym.Hosting;
using DataEnvGym.Teachers;

namespace DataEnvGym.Cli.Hosting;

/// <summary>Looks at the files that a spec names, before anything is made for a run of it.</summary>
internal static class Preflight
{
    /// <exception cref="SpecException">A teacher's key is missing.</exception>
    /// <exception cref="TaskDataException">The task's data, or the agent's, is missing or malformed.</exception>
    /// <exception cref="Students.Checkpoints.CheckpointException">The checkpoint to start from is none of this student.</exception>
    /// <exception cref="SandboxUnavailableException">The task runs programs, and there is no sandbox here.</exception>
    /// <exception cref="Core.Skills.TaxonomyException">The skills are in no file that can be read.</exception>
    public static async Task CheckAsync(EpisodeSpec spec, CancellationToken cancellationToken)
    {
        if (spec.Task.Data is not null)
        {
            var task = TaskCatalog.Open(spec.Task);
            foreach (var split in (Split[])[Split.Probe, Split.Select, Split.Test])
            {
                if ((await task.LoadAsync(split, cancellationToken)).Count == 0)
                {
                    throw new TaskDataException(
                        $"{spec.Task.Data} has too few items: none is left for the {split.ToString().ToLowerInvariant()} split; add items or lower task.sizes.");
                }
            }
        }

        if (spec.Skills?.File is { } skills)
        {
            await TaxonomyFiles.ReadAsync(skills, cancellationToken);
        }

        if (spec.Agent.Data is { } own)
        {
            await ExampleFiles.ReadAsync(own, own, cancellationToken);
        }

        foreach (var (field, teacher) in spec.NamedTeachers().Where(named => named.Teacher.Fixtures is not null && !File.Exists(named.Teacher.Fixtures)))
        {
            throw new UsageException($"{field}.fixtures: there is no file {teacher.Fixtures}; make one with: {UserCommand.Of("answers export", "RUN")} FILE");
        }

        await CheckStudentAsync(spec, cancellationToken);
        await CheckSandboxAsync(spec.Task, cancellationToken);
        if (TeacherKeys.FindMissing(spec, Environment.GetEnvironmentVariable) is { Count: > 0 } missing)
        {
            throw new SpecException(spec.Name, missing);
        }
    }

    /// <summary>Looks at the files that a curriculum names.</summary>
    /// <exception cref="TaskDataException">A task's data is missing or malformed.</exception>
    /// <exception cref="Students.Checkpoints.CheckpointException">The checkpoint to start from is none of this student.</exception>
    public static async Task CheckAsync(CurriculumSpec spec, CancellationToken cancellationToken)
    {
        await CheckAsync(spec.Episode, cancellationToken);
        foreach (var guard in spec.Gate.Guards.Where(guard => guard.Task.Data is not null))
        {
            if ((await TaskCatalog.Open(guard.Task).LoadAsync(Split.Select, cancellationToken)).Count == 0)
            {
                throw new TaskDataException($"{guard.Task.Data} has too few items: none is left for the select split of the guard; add items or lower its task.sizes.");
            }
        }
    }

    // A task that checks drafts runs programs.
    private static async Task CheckSandboxAsync(TaskSpec task, CancellationToken cancellationToken)
    {
        if (TaskCatalog.Open(task).Domain.Checker is not null)
        {
            await using var sandbox = Composition.Sandbox();
            await sandbox.DescribeAsync(cancellationToken);
        }
    }

    private static async Task CheckStudentAsync(EpisodeSpec spec, CancellationToken cancellationToken)
    {
        if (spec.Student.Checkpoint is not null)
        {
            using var scratch = new ScratchStore();
            await Composition.Lab().PrepareBaseAsync(spec.Student, scratch.Artifacts, cancellationToken);
        }
    }
}
