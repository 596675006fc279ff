using DataEnvGym.Students.Runtime;
using DataEnvGym.Worker.Logging;
using DataEnvGym.Worker.Settings;
using DataEnvGym.Worker.Work;

namespace DataEnvGym.Worker.Health;

/// <summary>Says whether a worker could do a job now.</summary>
internal sealed class Readiness(WorkerSettings settings, WorkPlace place)
{
    private const string NoDocument = "readiness/none.json";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>What is in the way; nothing if it could.</summary>
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            TorchRuntime.EnsureLoaded(settings.Device);
        }
        catch (TorchUnavailableException error)
        {
            return error.Message;
        }

        try
        {
            await place.Documents.FindAsync(NoDocument, cancellationToken).WaitAsync(Patience, cancellationToken);
            return null;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return $"The documents of {place.Name} cannot be read: {LogObserver.OneLine(error)}";
        }
    }
}
