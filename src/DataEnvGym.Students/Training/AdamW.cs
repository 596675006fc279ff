using DataEnvGym.Students.Models;
using static TorchSharp.torch;

namespace DataEnvGym.Students.Training;

/// <summary>
/// AdamW (Loshchilov and Hutter 2019) over a run of the flat buffer: the embedding and the gains of the norms. Nothing decays here: weight
/// decay would pull gains away from 1, and tokens that a training does not show away from what they mean.
/// </summary>
internal sealed class AdamW(Tensor weights, Tensor gradients)
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.98;
    private const double Epsilon = 1e-8;
    private readonly Tensor mean = zeros_like(weights);
    private readonly Tensor square = zeros_like(weights);
    private int step;

    /// <summary>One update from the current gradients.</summary>
    public void Update(double learningRate)
    {
        step++;
        mean.TimesInPlace(Beta1).PlusInPlace(gradients, 1 - Beta1);
        square.TimesInPlace(Beta2).PlusProductInPlace(gradients, gradients, 1 - Beta2);
        var deviation = square.Over(1 - Math.Pow(Beta2, step)).sqrt_().PlusInPlace(Epsilon);
        weights.PlusQuotientInPlace(mean, deviation, -learningRate / (1 - Math.Pow(Beta1, step)));
    }
}
