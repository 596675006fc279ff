using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Core.Curricula;

/// <summary>One run of a curriculum, fixed when it is claimed.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Spec">The curriculum as it was then.</param>
/// <param name="Champion">Whom it starts from; none for the student's own base.</param>
public sealed record CurriculumRun(int Number, CurriculumSpec Spec, RunCheckpoint? Champion)
{
    /// <summary>The run's id.</summary>
    public string Run => CurriculumId.RunOf(Spec.Id, Number);

    /// <summary>The episode: as in the spec, with a seed of its own that follows from the spec's seed and the number, so that each run teaches something new.</summary>
    public EpisodeSpec Episode => Spec.Episode with { Seed = (uint)Rng.Derive(Spec.Episode.Seed, "curriculum", Spec.Id, $"{Number}") };

    /// <summary>The episode at its start.</summary>
    public EpisodeState Start() => new(EpisodeIds.Of(Episode), Episode) { StartFrom = Champion };
}
