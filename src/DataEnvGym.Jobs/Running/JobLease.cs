namespace DataEnvGym.Jobs.Running;

/// <summary>A worker's claim to an attempt, to be renewed before it runs out.</summary>
/// <param name="Delivery">How often the ticket was delivered, this time included; 1-based.</param>
/// <param name="Length">How long the claim holds after each renewal.</param>
/// <param name="RenewAsync">Renews it; false once another worker may have it.</param>
public sealed record JobLease(int Delivery, TimeSpan Length, Func<CancellationToken, Task<bool>> RenewAsync)
{
    /// <summary>The claim of a worker that was started for one attempt: it holds without renewal.</summary>
    public static JobLease Own { get; } = new(1, TimeSpan.FromDays(1), _ => Task.FromResult(true));
}
