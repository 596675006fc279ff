using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Contract;

namespace DataEnvGym.Jobs.Posting;

/// <summary>What is known of an attempt at one moment.</summary>
/// <param name="Manifest">The attempt.</param>
/// <param name="Launched">When the platform got it; none if that is not known.</param>
/// <param name="Heartbeat">Its latest sign of life.</param>
/// <param name="Result">What lies where its result belongs.</param>
/// <param name="Platform">What the platform says.</param>
internal sealed record JobSigns(JobManifest Manifest, JobLaunched? Launched, JobHeartbeat? Heartbeat, JobResultDocument? Result, PlatformStatus Platform);

/// <summary>Judges how an attempt is doing.</summary>
internal static class JobWatch
{
    /// <summary>Type of the error of an attempt that took longer than it may.</summary>
    public const string DeadlineError = "JobDeadline";

    /// <summary>
    /// Judges an attempt. A result counts whatever the platform says, because platforms have been seen to be wrong in both directions; an ended worker without
    /// a result gets one interval of grace, for a platform that speaks too early.
    /// </summary>
    public static JobCheck Decide(JobSigns signs, JobPatience patience, DateTimeOffset now)
    {
        if (signs.Result is { } result && result.Answers(signs.Manifest))
        {
            return new(result.Result, null);
        }

        var since = signs.Launched?.At ?? signs.Manifest.CreatedAt;
        if (now - since > patience.Deadline)
        {
            return new(new() { Error = new(DeadlineError, $"Attempt {signs.Manifest.Attempt} at job {signs.Manifest.Job} took longer than {Words(patience.Deadline)}.", Permanent: true) }, null);
        }

        return new(null, Loss(signs, patience, since, now));
    }

    private static string? Loss(JobSigns signs, JobPatience patience, DateTimeOffset since, DateTimeOffset now)
    {
        var silence = now - (signs.Heartbeat is { } beat && beat.At > since ? beat.At : since);
        return signs switch
        {
            { Platform.State: PlatformState.Failed or PlatformState.Succeeded } when silence >= patience.CheckEvery =>
                $"its worker ended without a result{(signs.Platform.Reason is { } reason ? $": {reason}" : ".")}",
            { Heartbeat: null } when patience.StartWithin is { } start && silence > start => $"no worker began it within {Words(start)}.",
            { Heartbeat: not null } when silence > patience.StaleAfter => $"its worker has given no sign of life for {Words(silence)}.",
            _ => null,
        };
    }

    private static string Words(TimeSpan time) => time.TotalMinutes >= 10 ? $"{time.TotalMinutes:0} minutes" : $"{time.TotalSeconds:0} seconds";
}
