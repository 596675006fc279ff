using System.Text.Json;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Engine;

/// <summary>Runs one instance through its generations.</summary>
internal sealed class InstanceRunner(EngineParts engine)
{
    private volatile GenerationRunner? current;

    /// <summary>Tells the runner that the inbox may hold something.</summary>
    public void LookIntoInbox() => current?.LookIntoInbox();

    /// <summary>Starts or resumes an instance, or finds that it has ended before.</summary>
    /// <returns>The instance after its end.</returns>
    /// <exception cref="InvalidOperationException">An instance of that id runs another workflow.</exception>
    public async Task<InstanceRecord> RunAsync(InstanceRecord asked, CancellationToken cancellationToken)
    {
        var instance = engine.Journal.Find(asked.Id) ?? asked;
        if (instance.Workflow != asked.Workflow)
        {
            throw new InvalidOperationException(
                $"Instance '{asked.Id}' runs workflow '{instance.Workflow}', not '{asked.Workflow}'; choose another id.");
        }

        while (instance.State == InstanceState.Running && instance.Origin == asked.Origin)
        {
            current = new GenerationRunner(engine, instance);
            var end = await current.RunAsync(cancellationToken);
            instance = end.Kind switch
            {
                HistoryKind.ContinuedAsNew => instance with { Generation = instance.Generation + 1, Input = end.Payload },
                HistoryKind.ExecutionCompleted => instance with { State = InstanceState.Completed, Result = end.Payload },
                _ => instance with { State = InstanceState.Failed, Result = end.Payload },
            };
        }

        return instance;
    }

    /// <summary>The recorded failure of an instance that has failed.</summary>
    public static ActivityFailedException Failure(InstanceRecord instance) =>
        JsonSerializer.Deserialize(instance.Result!, JournalJson.Default.FailureRecord)!.ToException(instance.Workflow);
}
