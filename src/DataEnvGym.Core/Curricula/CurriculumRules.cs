using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Curricula;

/// <summary>What the schema of a curriculum cannot say.</summary>
internal static class CurriculumRules
{
    private const int MostGuards = 20;

    public static List<string> Check(CurriculumSpec spec, Func<string, ISchedule> schedules)
    {
        var problems = SpecRules.Check(spec.Episode).ConvertAll(problem => $"episode.{problem}");
        if (spec.Id.Length == 0)
        {
            problems.Insert(0, "id: a curriculum needs an id, such as \"nightly-math\"; its runs are called after it.");
        }

        if (ScheduleProblem(spec.Schedule, schedules) is { } problem)
        {
            problems.Add(problem);
        }

        if (spec.Gate.Guards.Count > MostGuards)
        {
            problems.Add($"gate.guards: there are {spec.Gate.Guards.Count}; at most {MostGuards} are allowed.");
        }

        problems.AddRange(spec.Gate.Guards.Index()
            .Where(guard => SpecRules.IsWithoutData(guard.Item.Task))
            .Select(guard => $"gate.guards[{guard.Index}].task.data: {guard.Item.Task.Name} is read from files; set it to the folder that holds {SpecRules.FilesOf(guard.Item.Task)}, or to one file."));
        problems.AddRange(spec.Gate.Guards.Index().SelectMany(guard => TaskRules.Check(guard.Item.Task, $"gate.guards[{guard.Index}].task")));
        return problems;
    }

    // Counted from a fixed day: whether a schedule ever comes does not depend on today.
    private static string? ScheduleProblem(string text, Func<string, ISchedule> schedules)
    {
        try
        {
            return schedules(text).NextAfter(DateTimeOffset.UnixEpoch) is null ? $"schedule: \"{text}\" never comes; choose a day that there is." : null;
        }
        catch (FormatException error)
        {
            return $"schedule: \"{text}\" is no NCRONTAB expression of six fields (second, minute, hour, day, month, day of the week), such as \"0 0 2 * * *\": {error.Message}";
        }
    }
}
