using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Core.Traces;

/// <summary>Finds an example of a run by its id.</summary>
internal static class ExampleSearch
{
    private const int MostNamed = 5;

    /// <exception cref="ExampleNotFoundException">No example, or more than one, has an id that begins like this.</exception>
    public static async Task<FoundExample> FindAsync(IArtifactStore artifacts, TracedRun run, string id, CancellationToken cancellationToken)
    {
        var found = new List<FoundExample>();
        foreach (var iteration in run.Iterations)
        {
            var examples = await artifacts.ReadLinesAsync(iteration.Examples, CoreJson.Default.Example, cancellationToken);
            found.AddRange(examples.Where(example => example.Id.StartsWith(id, StringComparison.Ordinal)).Select(example => new FoundExample(iteration, examples, example)));
        }

        return found.Where(match => match.Example.Id == id).Take(1).ToList() is [var exact] ? exact : found switch
        {
            [var one] => one,
            [] => throw new ExampleNotFoundException($"no example of the run has an id that begins with \"{id}\"; its iterations have {run.Iterations.Sum(iteration => iteration.Examples.Count):N0} examples, such as those that `dataenvgym examples` shows."),
            _ => throw new ExampleNotFoundException($"{found.Count:N0} examples have ids that begin with \"{id}\", such as {string.Join(", ", found.Take(MostNamed).Select(match => match.Example.Id))}; give more of the id."),
        };
    }
}

/// <summary>An example among those that were kept with it.</summary>
internal sealed record FoundExample(TracedIteration Iteration, IReadOnlyList<Example> Kept, Example Example);
