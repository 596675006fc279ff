namespace DataEnvGym.Students.Training;

/// <summary>Losses of the steps of a training.</summary>
internal sealed class LossHistory
{
    private readonly List<(double Loss, int Targets)> steps = [];

    /// <summary>Notes the mean loss of a step over its target tokens.</summary>
    public void Add(double loss, int targets) => steps.Add((loss, targets));

    /// <summary>The steps so far, two numbers each: mean loss, target tokens.</summary>
    public double[] Capture() => [.. steps.SelectMany(step => (double[])[step.Loss, step.Targets])];

    /// <summary>Goes on from there.</summary>
    public void Restore(double[] captured)
    {
        steps.Clear();
        steps.AddRange(captured.Chunk(2).Select(step => (step[0], (int)step[1])));
    }

    /// <summary>Mean loss per target token over the last twentieth of the steps, at least one; 0 when there was none.</summary>
    public double Last()
    {
        var last = steps.Skip(steps.Count - Math.Max(1, steps.Count / 20)).ToList();
        return last.Count == 0 ? 0 : last.Sum(step => step.Loss * step.Targets) / last.Sum(step => step.Targets);
    }
}
