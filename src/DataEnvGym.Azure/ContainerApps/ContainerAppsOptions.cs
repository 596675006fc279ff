using System.Text.RegularExpressions;
using DataEnvGym.Core.Jobs;

namespace DataEnvGym.Azure.ContainerApps;

/// <summary>Which Container Apps job runs student workers.</summary>
/// <param name="SubscriptionId">The subscription, a GUID.</param>
/// <param name="ResourceGroup">The resource group.</param>
/// <param name="JobName">The job, whose template names the worker's image and resources.</param>
public sealed partial record ContainerAppsOptions(string SubscriptionId, string ResourceGroup, string JobName)
{
    /// <summary>Setting of <see cref="SubscriptionId"/>.</summary>
    public const string SubscriptionIdSetting = "Jobs:ContainerApps:SubscriptionId";

    /// <summary>Setting of <see cref="ResourceGroup"/>.</summary>
    public const string ResourceGroupSetting = "Jobs:ContainerApps:ResourceGroup";

    /// <summary>Setting of <see cref="JobName"/>.</summary>
    public const string JobNameSetting = "Jobs:ContainerApps:JobName";

    /// <summary>Address of the Azure Resource Manager, with https.</summary>
    public Uri Endpoint { get; init; } = new("https://management.azure.com");

    /// <summary>How patient to be. A GPU machine takes minutes to come up, and some never do: an attempt without a sign of life is given up after 20 min.</summary>
    public JobPatience Patience { get; init; } = new(
        CheckEvery: TimeSpan.FromMinutes(1),
        StartWithin: TimeSpan.FromMinutes(20),
        StaleAfter: TimeSpan.FromMinutes(5),
        Deadline: TimeSpan.FromHours(12),
        MaxAttempts: 4,
        RetryDelay: TimeSpan.FromSeconds(30));

    /// <summary>Path of the job's resource, after the endpoint.</summary>
    internal string Path => $"/subscriptions/{SubscriptionId}/resourceGroups/{ResourceGroup}/providers/Microsoft.App/jobs/{JobName}";

    /// <summary>Reads the options from settings.</summary>
    /// <param name="setting">Gives a setting's value by its name.</param>
    /// <exception cref="ContainerAppsException">One is missing or malformed; the message says which.</exception>
    public static ContainerAppsOptions Read(Func<string, string?> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var options = new ContainerAppsOptions(setting(SubscriptionIdSetting) ?? "", setting(ResourceGroupSetting) ?? "", setting(JobNameSetting) ?? "");
        options.Validate();
        return options;
    }

    /// <summary>Refuses options that would not lead to a job.</summary>
    /// <exception cref="ContainerAppsException">One is malformed; the message says which.</exception>
    public void Validate()
    {
        Require(Guid.TryParseExact(SubscriptionId, "D", out _), SubscriptionIdSetting, SubscriptionId, "the id of a subscription, a GUID with hyphens");
        Require(GroupForm().IsMatch(ResourceGroup), ResourceGroupSetting, ResourceGroup, "the name of a resource group: at most 90 letters, digits, '.', '_', '-', '(' and ')', no '.' at the end");
        Require(JobForm().IsMatch(JobName), JobNameSetting, JobName, "the name of a Container Apps job: 2 to 32 lower-case letters, digits and hyphens");
        Require(Endpoint is { IsAbsoluteUri: true, Scheme: "https" }, nameof(Endpoint), Endpoint.ToString(), "an absolute https address");
    }

    private static void Require(bool good, string name, string value, string form)
    {
        if (!good)
        {
            throw new ContainerAppsException($"{name} is '{value}'; it must be {form}.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_().-]{0,89}[A-Za-z0-9_()-]\z", RegexOptions.CultureInvariant)]
    private static partial Regex GroupForm();

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,30}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex JobForm();
}
