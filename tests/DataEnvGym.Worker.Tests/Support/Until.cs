namespace DataEnvGym.Worker.Tests.Support;

/// <summary>Waits for what another process does.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks until there is something to see.</summary>
    /// <param name="what">What is waited for.</param>
    /// <param name="look">Gives it, or nothing.</param>
    /// <param name="worker">Whose end would make the wait vain.</param>
    public static async Task<T> SeenAsync<T>(string what, Func<Task<T?>> look, WorkerProcess? worker = null)
        where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await look() is { } seen)
            {
                return seen;
            }

            if (worker is { HasExited: true } || TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"There was no {what} in sight.{(worker is null ? "" : $" The worker said:\n{worker.Output}")}");
            }

            await Task.Delay(Pause);
        }
    }
}
