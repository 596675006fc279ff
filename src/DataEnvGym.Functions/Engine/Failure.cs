using System.Text.Json.Serialization;
using DataEnvGym.Core.Workflows;
using Microsoft.DurableTask;
using RetryPolicy = DataEnvGym.Core.Workflows.RetryPolicy;

namespace DataEnvGym.Functions.Engine;

/// <summary>Why an activity failed.</summary>
/// <param name="Types">Full names of the exception's type and its base types, the most derived first.</param>
/// <param name="Message">The exception's message.</param>
internal sealed record Failure(IReadOnlyList<string> Types, string Message)
{
    private static readonly string Permanent = typeof(PermanentException).FullName!;

    /// <summary>Whether the activity never came to an end: its process died, or the host could not call it.</summary>
    [JsonIgnore]
    public bool IsOfHost { get; private init; }

    /// <summary>The failure that an exception in an activity is.</summary>
    public static Failure Of(Exception exception)
    {
        var types = new List<string>();
        for (var type = exception.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            types.Add(type.FullName ?? type.Name);
        }

        return new(types, exception.Message);
    }

    /// <summary>The failure of an activity function that did not answer.</summary>
    public static Failure OfHost(TaskFailureDetails details) => new([details.ErrorType], details.ErrorMessage) { IsOfHost = true };

    /// <summary>
    /// Whether to try again after an attempt. What the host did to an attempt says nothing about the activity, so it is always worth another try, as long as
    /// any are left.
    /// </summary>
    public bool IsRetriable(RetryPolicy policy, int attempt) =>
        attempt < policy.MaxAttempts
        && (IsOfHost || (!Types.Contains(Permanent) && (policy.RetryOn.Count == 0 || Types.Intersect(policy.RetryOn).Any())));

    /// <summary>The failure as the workflow sees it.</summary>
    public ActivityFailedException ToException(string activity) => new(activity, Types[0], Message);
}
