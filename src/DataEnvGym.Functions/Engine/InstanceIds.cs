namespace DataEnvGym.Functions.Engine;

/// <summary>Ids of workflow instances: an episode's is its run's id, a child's <c>{parent}:{child}</c>.</summary>
internal static class InstanceIds
{
    private const char Separator = ':';

    /// <summary>The id of a child.</summary>
    public static string ChildOf(string parent, string child) => $"{parent}{Separator}{child}";

    /// <summary>The run that an instance belongs to.</summary>
    public static string RunOf(string instance) => instance.IndexOf(Separator) is >= 0 and var end ? instance[..end] : instance;
}
