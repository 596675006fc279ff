using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Hosting.Api.Rules;

/// <summary>What a spec may not say when it comes from elsewhere: paths on this machine, and more work than the service allows.</summary>
/// <param name="limits">What the service allows.</param>
/// <param name="data">Where its data lie.</param>
public sealed class HostedSpecRules(HostedLimits limits, DataFolder data)
{
    /// <summary>Every problem of a spec that is valid in itself, one sentence each, beginning with the field's path.</summary>
    public IReadOnlyList<string> Check(EpisodeSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var problems = new List<string>();
        if (spec.Student.Checkpoint is not null)
        {
            problems.Add("student.checkpoint: names a file, which is not read here; leave it out, so that the student starts from its own base.");
        }

        if (spec.Skills?.File is not null)
        {
            problems.Add("skills.file: names a file, which is not read here; leave it out and set skills.source to \"discovered\" or \"gold\".");
        }

        if (data.FindProblem(spec.Task.Data) is { } problem)
        {
            problems.Add($"task.data: {problem}");
        }

        if (data.FindProblem(spec.Agent.Data) is { } ownProblem)
        {
            problems.Add($"agent.data: {ownProblem}");
        }

        foreach (var (field, teacher) in spec.NamedTeachers())
        {
            if (teacher.Fixtures is not null)
            {
                problems.Add($"{field}.fixtures: names a file, which is not read here; choose a teacher of another kind.");
            }

            if (teacher.Endpoint is { } endpoint && !limits.TeacherEndpoints.Split(' ').Select(Plain).Contains(Plain(endpoint), StringComparer.Ordinal))
            {
                problems.Add($"{field}.endpoint: \"{endpoint}\" is not among the addresses that this service allows; ask its operator to add it to Limits:TeacherEndpoints.");
            }
        }

        Cap(problems, "examplesPerIteration", spec.ExamplesPerIteration, limits.ExamplesPerIteration);
        Cap(problems, "task.sizes.probe", spec.Task.Sizes.Probe, limits.ItemsPerSplit);
        Cap(problems, "task.sizes.select", spec.Task.Sizes.Select, limits.ItemsPerSplit);
        Cap(problems, "task.sizes.test", spec.Task.Sizes.Test, limits.ItemsPerSplit);
        Cap(problems, "stop.iterations", spec.Stop.Iterations, limits.Iterations);
        Cap(problems, "stop.examples", spec.Stop.Examples, limits.Examples);
        Cap(problems, "stop.tokens", spec.Stop.Tokens, limits.Tokens);
        Cap(problems, "stop.money", spec.Stop.Money, limits.Money);
        Cap(problems, "stop.trainingSeconds", (decimal?)spec.Stop.TrainingSeconds, (decimal?)limits.TrainingSeconds);
        return problems;
    }

    /// <summary>The same of a curriculum: its episode and its guards.</summary>
    public IReadOnlyList<string> Check(CurriculumSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var problems = Check(spec.Episode).Select(problem => $"episode.{problem}").ToList();
        foreach (var (index, guard) in spec.Gate.Guards.Index())
        {
            var path = $"gate.guards[{index}].task";
            if (data.FindProblem(guard.Task.Data) is { } problem)
            {
                problems.Add($"{path}.data: {problem}");
            }

            Cap(problems, $"{path}.sizes.select", guard.Task.Sizes.Select, limits.ItemsPerSplit);
        }

        return problems;
    }

    // Azure writes the addresses of its accounts with a slash at the end, people without.
    private static string Plain(string endpoint) => endpoint.TrimEnd('/');

    private static void Cap(List<string> problems, string field, decimal? value, decimal? limit)
    {
        if (limit is not { } most)
        {
            return;
        }

        if (value is null)
        {
            problems.Add($"{field}: is not set, and this service has a limit; set it to at most {most:0.##}.");
        }
        else if (value > most)
        {
            problems.Add($"{field}: {value:0.##} is more than this service allows; the most is {most:0.##}.");
        }
    }
}
