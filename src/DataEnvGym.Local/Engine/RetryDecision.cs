using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Engine;

/// <summary>Whether a recorded failure is worth another try.</summary>
internal static class RetryDecision
{
    private static readonly string Permanent = typeof(PermanentException).FullName!;

    /// <summary>Says yes when tries are left and the failure's type, or a type that it derives from, is one to retry.</summary>
    public static bool Allows(this RetryPolicy policy, FailureRecord failure, int attempt) =>
        attempt < policy.MaxAttempts
        && !failure.Types.Contains(Permanent)
        && (policy.RetryOn.Count == 0 || failure.Types.Intersect(policy.RetryOn).Any());
}
