using DataEnvGym.Students.Models;
using static TorchSharp.torch;

namespace DataEnvGym.Students.Training;

/// <summary>
/// AdamW (Loshchilov and Hutter 2019) over a run of the flat buffer: the embedding and the gains of the norms. Nothing decays here: weight
/// decay would pull gains away from 1, and tokens that a training does not show away from what they mean.
/// </summary>
/// <param name="weights">[n], updated in place.</param>
/// <param name="gradients">As <paramref name="weights"/>.</param>
/// <param name="mean">As <paramref name="weights"/>: the first moment, at first 0.</param>
internal sealed class AdamW(Tensor weights, Tensor gradients, Tensor mean)
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.98;
    private const double Epsilon = 1e-8;

    /// <summary>The second moment.</summary>
    public Tensor Square { get; } = zeros_like(weights);

    /// <summary>Updates so far.</summary>
    public int Updates { get; set; }

    /// <summary>One update from the current gradients.</summary>
    public void Update(double learningRate)
    {
        Updates++;
        mean.TimesInPlace(Beta1).PlusInPlace(gradients, 1 - Beta1);
        Square.TimesInPlace(Beta2).PlusProductInPlace(gradients, gradients, 1 - Beta2);
        var deviation = Square.Over(1 - Math.Pow(Beta2, Updates)).sqrt_().PlusInPlace(Epsilon);
        weights.PlusQuotientInPlace(mean, deviation, -learningRate / (1 - Math.Pow(Beta1, Updates)));
    }
}
