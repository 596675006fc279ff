using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Offline;

/// <summary>Decides what each example of an answer is about, from what the request says.</summary>
internal sealed class Syllabus
{
    /// <summary>How often the level is taken from the errors when the skill is given; else any level is as likely, so that none is forgotten.</summary>
    private const double ErrorShare = 0.5;

    private readonly ProceduralBenchmark benchmark;
    private readonly Topic? topic;
    private readonly List<(ProceduralSkill Skill, int Level)> errors;

    private Syllabus(ProceduralBenchmark benchmark, Topic? topic, List<(ProceduralSkill Skill, int Level)> errors) =>
        (this.benchmark, this.topic, this.errors) = (benchmark, topic, errors);

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="benchmark">Where skills come from if the request names none.</param>
    /// <returns>Null if it names a skill that the teacher does not know, and shows no error from which to tell what is meant: a person may call skills as they like.</returns>
    public static Syllabus? For(WriteExamplesRequest request, ProceduralBenchmark benchmark)
    {
        var topic = request.Skill is null ? null : Topic.Find(request.Skill);
        var errors = request.Errors.Select(error => error.Prompt).Concat(request.Seeds?.Select(seed => seed.Prompt) ?? [])
            .Select(ProceduralBenchmarks.Recognize)
            .OfType<(ProceduralSkill Skill, int Level)>()
            .Where(seen => topic is null || seen.Skill == topic.Skill)
            .ToList();
        return request.Skill is not null && topic is null && errors.Count == 0 ? null : new Syllabus(benchmark, topic, errors);
    }

    /// <summary>Draws a skill and a level.</summary>
    public (ProceduralSkill Skill, int Level) Draw(Rng rng)
    {
        if (topic is { Level: { } level })
        {
            return (topic.Skill, level);
        }

        if (errors.Count > 0 && (topic is null || rng.NextDouble() < ErrorShare))
        {
            return rng.Pick(errors);
        }

        return (topic?.Skill ?? rng.Pick(benchmark.Skills), rng.Between(1, ProceduralSkill.Levels));
    }
}
