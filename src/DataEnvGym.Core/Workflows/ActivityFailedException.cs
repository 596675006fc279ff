namespace DataEnvGym.Core.Workflows;

/// <summary>An activity or child workflow failed for good.</summary>
/// <param name="activity">Name of the activity or workflow.</param>
/// <param name="errorType">Full name of the exception type.</param>
/// <param name="message">Its message.</param>
public sealed class ActivityFailedException(string activity, string errorType, string message)
    : Exception(message)
{
    /// <summary>Name of the activity or workflow that failed.</summary>
    public string Activity { get; } = activity;

    /// <summary>Full name of the type of the exception that it failed with.</summary>
    public string ErrorType { get; } = errorType;
}
