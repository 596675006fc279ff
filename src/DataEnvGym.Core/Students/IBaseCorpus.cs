namespace DataEnvGym.Core.Students;

/// <summary>What a student was trained on before it came to the loop; a little of it in each training keeps it from forgetting.</summary>
public interface IBaseCorpus
{
    /// <summary>Draws texts at random, with replacement.</summary>
    /// <returns><paramref name="count"/> texts; none if the student's corpus is not known.</returns>
    IReadOnlyList<TrainingText> Sample(StudentSpec student, int count, Rng rng);
}
