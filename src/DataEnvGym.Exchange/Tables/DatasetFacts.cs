using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Exchange.Tables;

/// <summary>What a dataset card tells of a table.</summary>
/// <param name="Name">What to call it, such as the run's name.</param>
/// <param name="Task">The task that the examples teach.</param>
/// <param name="Examples">The examples.</param>
/// <param name="Bytes">Size of the table's file.</param>
public sealed record DatasetFacts(string Name, string Task, IReadOnlyList<Example> Examples, long Bytes);
