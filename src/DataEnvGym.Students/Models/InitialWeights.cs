using DataEnvGym.Core;

namespace DataEnvGym.Students.Models;

/// <summary>Weights of an untrained student.</summary>
internal static class InitialWeights
{
    /// <summary>
    /// Gains 1, matrices normal with deviation 0.02 · √(512 / size), at most 0.06; the two projections that write to the residual stream are
    /// divided by √(2 · layers) (Radford et al. 2019, section 2.3).
    /// </summary>
    public static float[] Create(ParameterLayout layout, ulong seed)
    {
        var config = layout.Config;
        var deviation = Math.Min(0.06, 0.02 * Math.Sqrt(512.0 / config.Dim));
        var weights = new float[layout.Total];
        foreach (var slice in layout.Slices)
        {
            var part = weights.AsSpan(slice.Offset, slice.Length);
            if (slice.Shape.Count == 1)
            {
                part.Fill(1);
                continue;
            }

            var toResidual = slice.Name.EndsWith("o_proj.weight", StringComparison.Ordinal) || slice.Name.EndsWith("down_proj.weight", StringComparison.Ordinal);
            FillNormal(part, toResidual ? deviation / Math.Sqrt(2.0 * config.Layers) : deviation, Rng.For(seed, "weights", slice.Name));
        }

        return weights;
    }

    // Box and Muller 1958.
    private static void FillNormal(Span<float> part, double deviation, Rng rng)
    {
        for (var i = 0; i < part.Length; i++)
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - rng.NextDouble()));
            part[i] = (float)(deviation * radius * Math.Cos(2 * Math.PI * rng.NextDouble()));
        }
    }
}
