using DataEnvGym.Core;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Offline;

/// <summary>Decides what each example of an answer is about, from what the request says.</summary>
internal sealed class Syllabus
{
    /// <summary>How often the level is taken from the errors when the skill is given; else any level is as likely, so that none is forgotten.</summary>
    private const double ErrorShare = 0.5;

    private readonly Topic? topic;
    private readonly List<(ProceduralSkill Skill, int Level)> errors;

    private Syllabus(Topic? topic, List<(ProceduralSkill Skill, int Level)> errors) => (this.topic, this.errors) = (topic, errors);

    /// <summary>Reads a request.</summary>
    /// <returns>Null if it names a skill that the teacher does not know, and shows no error from which to tell what is meant: a person may call skills as they like.</returns>
    public static Syllabus? For(WriteExamplesRequest request)
    {
        var topic = request.Skill is null ? null : Topic.Find(request.Skill);
        var errors = request.Errors
            .Select(error => ProceduralMath.Recognize(error.Prompt))
            .OfType<(ProceduralSkill Skill, int Level)>()
            .Where(seen => topic is null || seen.Skill == topic.Skill)
            .ToList();
        return request.Skill is not null && topic is null && errors.Count == 0 ? null : new Syllabus(topic, errors);
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

        return (topic?.Skill ?? rng.Pick(ProceduralMath.Skills), rng.Between(1, ProceduralSkill.Levels));
    }
}
