namespace DataEnvGym.Students.Training;

/// <summary>Linear warm-up to the peak, then half a cosine down to a floor at the last step.</summary>
/// <param name="Peak">Highest learning rate.</param>
/// <param name="Warmup">Steps until the peak is reached.</param>
/// <param name="Floor">Part of the peak that is left at the end, 0 … 1.</param>
/// <param name="Steps">Steps in all.</param>
internal sealed record LearningRateSchedule(double Peak, int Warmup, double Floor, int Steps)
{
    /// <summary>Learning rate of a step, counted from 0.</summary>
    public double At(int step)
    {
        if (step < Warmup)
        {
            return Peak * (step + 1) / Warmup;
        }

        var progress = (double)(step - Warmup) / Math.Max(1, Steps - Warmup);
        return Peak * (Floor + ((1 - Floor) * 0.5 * (1 + Math.Cos(Math.PI * progress))));
    }
}
