namespace DataEnvGym.Students.Training;

/// <summary>How a base checkpoint is made from random weights. The defaults are those of the base that ships with the program.</summary>
public sealed record PretrainingRecipe
{
    /// <summary>Optimizer steps; at least 1.</summary>
    public int Steps { get; init; } = 1600;

    /// <summary>Examples per step; at least 1.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Peak learning rate; above 0.</summary>
    public double LearningRate { get; init; } = 4e-3;

    /// <summary>Steps until the peak is reached; the learning rate then falls by a cosine to a tenth of it.</summary>
    public int Warmup { get; init; } = 50;

    /// <summary>Fixes the first weights and the order of the data.</summary>
    public ulong Seed { get; init; } = 1;
}
