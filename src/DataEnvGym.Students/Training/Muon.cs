using DataEnvGym.Students.Models;
using static TorchSharp.torch;

namespace DataEnvGym.Students.Training;

/// <summary>
/// Muon (Jordan et al. 2024) over a batch of equal matrices: Nesterov momentum, made nearly orthogonal by five Newton-Schulz steps, so that
/// every direction of a matrix learns at the same pace. The update is scaled by 0.2 · √(larger side) to the size that AdamW's would have
/// (Liu et al. 2025), so that both take the same learning rate.
/// </summary>
/// <param name="weights">[matrices, rows, columns], updated in place.</param>
/// <param name="gradients">As <paramref name="weights"/>.</param>
/// <param name="velocity">As <paramref name="weights"/>: the momentum, at first 0.</param>
internal sealed class Muon(Tensor weights, Tensor gradients, Tensor velocity)
{
    private const double Momentum = 0.95;
    private const double WeightDecay = 0.05;
    private const int NewtonSchulzSteps = 5;

    /// <summary>One update from the current gradients.</summary>
    public void Update(double learningRate)
    {
        velocity.TimesInPlace(Momentum).PlusInPlace(gradients);
        var direction = Orthogonalize(gradients.Plus(velocity, Momentum));
        var scale = 0.2 * Math.Sqrt(Math.Max(weights.shape[1], weights.shape[2]));
        weights.TimesInPlace(1 - (learningRate * WeightDecay)).PlusInPlace(direction, -learningRate * scale);
    }

    /// <summary>The nearest matrices whose singular values are about 1, by the quintic iteration with Jordan's coefficients.</summary>
    internal static Tensor Orthogonalize(Tensor matrices)
    {
        var x = matrices / linalg.matrix_norm(matrices, "fro", [1, 2], keepdim: true).PlusInPlace(1e-7);
        var tall = x.shape[1] > x.shape[2];
        x = tall ? x.transpose(1, 2) : x;
        for (var i = 0; i < NewtonSchulzSteps; i++)
        {
            var gram = x.bmm(x.transpose(1, 2));
            var mix = gram.Times(-4.7750).PlusInPlace(gram.bmm(gram), 2.0315);
            x = mix.bmm(x).PlusInPlace(x, 3.4445);
        }

        return tall ? x.transpose(1, 2) : x;
    }
}
