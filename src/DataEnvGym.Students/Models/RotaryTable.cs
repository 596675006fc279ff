using static TorchSharp.torch;

namespace DataEnvGym.Students.Models;

/// <summary>
/// Cosine and sine of position · base^(−2i / head size) for every position of the context, [context, head size], as
/// <see cref="TensorMath.Rotate"/> wants them: i counts through each half of the head, and the sine of the first half is negative.
/// </summary>
internal sealed class RotaryTable
{
    private readonly Tensor cosine;
    private readonly Tensor sine;

    public RotaryTable(ModelConfig config, Device? device = null)
    {
        var (size, half) = (config.HeadDim, config.HeadDim / 2);
        var angles = Enumerable.Range(0, config.Context * size)
            .Select(i => i / size / Math.Pow(config.RopeTheta, 2.0 * (i % half) / size)).ToArray();
        cosine = tensor(Array.ConvertAll(angles, angle => (float)Math.Cos(angle)), [config.Context, size], device: device);
        var sines = angles.Select((angle, i) => (float)(i % size < half ? -Math.Sin(angle) : Math.Sin(angle))).ToArray();
        sine = tensor(sines, [config.Context, size], device: device);
    }

    /// <summary>Rows for positions 0 … <paramref name="length"/> − 1, shaped [1, length, 1, 1, head size].</summary>
    public (Tensor Cosine, Tensor Sine) First(long length) => (Shape(cosine.narrow(0, 0, length), 1), Shape(sine.narrow(0, 0, length), 1));

    /// <summary>Rows for the positions of each token, [batch, length], shaped [batch, length, 1, 1, head size].</summary>
    public (Tensor Cosine, Tensor Sine) At(Tensor positions)
    {
        var flat = positions.reshape(-1);
        return (Shape(cosine.index_select(0, flat), positions.shape[0]), Shape(sine.index_select(0, flat), positions.shape[0]));
    }

    private static Tensor Shape(Tensor rows, long batch) => rows.view(batch, -1, 1, 1, rows.shape[^1]);
}
