using DataEnvGym.Core.Jobs;
using DataEnvGym.Local.Engine;

namespace DataEnvGym.Cli.Views;

/// <summary>Shows the activities around a student job as what people know: training, examining, preparing.</summary>
internal static class JobView
{
    private const long NoStep = 0;

    /// <summary>The entry under which an activity is shown: its own, or that of the job that it belongs to.</summary>
    public static ActivitySite KeyOf(ActivitySite site) => IsJob(site) ? new(site.InstanceId, Label(site.InstanceId), NoStep) : site;

    /// <summary>The entries that stand for jobs.</summary>
    public static List<ActivitySite> KeysAmong(IEnumerable<ActivitySite> keys) => [.. keys.Where(key => key.Sequence == NoStep)];

    private static bool IsJob(ActivitySite site) =>
        site.Activity == JobNames.Start.Name || site.Activity == JobNames.Check.Name || site.Activity == JobNames.Cancel.Name;

    // An instance of a job ends with the job's id, which begins with its kind.
    private static string Label(string instance) => instance[(instance.LastIndexOf('/') + 1)..].Split('.')[0] switch
    {
        "predict" => "examine",
        var kind => kind,
    };
}
