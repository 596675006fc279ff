using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Jobs;

namespace DataEnvGym.Jobs.Contract;

/// <summary>The names of an attempt's documents. They follow from ids alone, never from what a document says.</summary>
public sealed record JobPaths
{
    private readonly string folder;

    /// <summary>The paths of an attempt.</summary>
    /// <param name="run">The run.</param>
    /// <param name="job">The job.</param>
    /// <param name="attempt">1-based.</param>
    /// <exception cref="JobException">An id is malformed, or the attempt out of range.</exception>
    public JobPaths(string run, string job, int attempt)
    {
        if (!RunId.TryParse(run, out _))
        {
            throw new JobException($"'{(run.Length > 100 ? run[..100] + "…" : run)}' is no run id.");
        }

        JobId.Require(job);
        if (attempt is < 1 or > JobContract.MostAttempts)
        {
            throw new JobException($"There is no attempt {attempt}: attempts go from 1 to {JobContract.MostAttempts}.");
        }

        (Run, Job, Attempt) = (run, job, attempt);
        folder = $"{run}/{job}/attempt-{attempt}";
        if (Heartbeat.Length > ArtifactName.Longest)
        {
            throw new JobException($"The ids of run {run} and job {job} are too long together: {Heartbeat} may have at most {ArtifactName.Longest} characters.");
        }
    }

    /// <summary>The run.</summary>
    public string Run { get; }

    /// <summary>The job.</summary>
    public string Job { get; }

    /// <summary>1-based.</summary>
    public int Attempt { get; }

    /// <summary>See <see cref="JobManifest"/>.</summary>
    public string Manifest => $"{folder}/manifest.json";

    /// <summary>See <see cref="JobTicket"/>.</summary>
    public string Ticket => $"{folder}/ticket.json";

    /// <summary>See <see cref="JobLaunched"/>.</summary>
    public string Launched => $"{folder}/launched.json";

    /// <summary>See <see cref="JobHeartbeat"/>.</summary>
    public string Heartbeat => $"{folder}/heartbeat.json";

    /// <summary>See <see cref="JobCancellation"/>.</summary>
    public string Cancel => $"{folder}/cancel.json";

    /// <summary>See <see cref="JobResultDocument"/>.</summary>
    public string Result => $"{folder}/result.json";

    /// <summary>See <see cref="TrainingSave"/>; one for all attempts at the job.</summary>
    public string Saves => $"{Run}/{Job}/saves.json";

    /// <summary>Which attempt, for people.</summary>
    public override string ToString() => $"attempt {Attempt} at job {Job} of run {Run}";
}
