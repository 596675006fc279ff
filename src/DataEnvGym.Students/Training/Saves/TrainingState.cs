using System.Runtime.InteropServices;
using DataEnvGym.Students.Checkpoints;

namespace DataEnvGym.Students.Training.Saves;

/// <summary>A training between two steps.</summary>
/// <param name="Counters">How far it is.</param>
/// <param name="Weights">The flat weights.</param>
/// <param name="Optimizer">The optimizer's part.</param>
/// <param name="Losses">See <see cref="LossHistory.Capture"/>.</param>
internal sealed record TrainingState(TrainingCounters Counters, float[] Weights, OptimizerState Optimizer, double[] Losses)
{
    /// <summary>The state's tensors by name, in the order of the file.</summary>
    public IEnumerable<StatePart> Parts()
    {
        yield return new("weights", SafetensorsEntry.Single, Weights);
        yield return new("optimizer.momentum", SafetensorsEntry.Single, Optimizer.Momentum);
        yield return new("optimizer.square", SafetensorsEntry.Single, Optimizer.Square);
        if (Losses.Length > 0)
        {
            yield return new("losses", SafetensorsEntry.Double, Losses);
        }
    }
}

/// <summary>How far a training is.</summary>
/// <param name="Steps">Steps taken, those that were skipped included.</param>
/// <param name="Updates">Updates of the weights, see <see cref="OptimizerState.Updates"/>.</param>
/// <param name="Skipped">Steps skipped one after the other up to now.</param>
/// <param name="Tokens">Tokens read, padding not counted.</param>
/// <param name="Seconds">Time that it took.</param>
internal sealed record TrainingCounters(int Steps, int Updates, int Skipped, long Tokens, double Seconds);

/// <summary>One flat tensor of a state.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Type">See <see cref="SafetensorsEntry.Type"/>.</param>
/// <param name="Values">Its elements, of that type.</param>
internal readonly record struct StatePart(string Name, string Type, Array Values)
{
    /// <summary>The elements themselves, to be read or written.</summary>
    public Span<byte> Bytes => Values is double[] wide ? MemoryMarshal.AsBytes(wide.AsSpan()) : MemoryMarshal.AsBytes(((float[])Values).AsSpan());
}
