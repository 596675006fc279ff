using static TorchSharp.torch;

namespace DataEnvGym.Students.Models;

/// <summary>What the student needs that torch has no single operation for.</summary>
internal static class TensorMath
{
    /// <summary>RMSNorm (Zhang and Sennrich 2019): x / √(mean of x² over the last dimension + <paramref name="epsilon"/>) · <paramref name="gain"/>.</summary>
    public static Tensor RmsNorm(Tensor x, Tensor gain, double epsilon) =>
        x * x.Squared().mean([-1], keepdim: true).PlusInPlace(epsilon).rsqrt_() * gain;

    /// <summary>
    /// Rotary positions (Su et al. 2021) in Llama's layout: element i of the first half turns with element i of the second.
    /// </summary>
    /// <param name="x">[…, head size].</param>
    /// <param name="cosine">Broadcasts to <paramref name="x"/>; both halves alike.</param>
    /// <param name="sine">As <paramref name="cosine"/>, with the sign turned in the first half.</param>
    public static Tensor Rotate(Tensor x, Tensor cosine, Tensor sine) => (x * cosine).PlusProduct(x.roll(x.shape[^1] / 2, -1), sine);

    /// <summary>The elements, copied from wherever they are.</summary>
    public static T[] ToArray<T>(this Tensor x)
        where T : unmanaged => x.detach().cpu().data<T>().ToArray();

    /// <summary>SwiGLU (Shazeer 2020): silu of the first half of the last dimension times the second half.</summary>
    public static Tensor SwiGlu(Tensor gateAndUp)
    {
        var half = gateAndUp.shape[^1] / 2;
        return nn.functional.silu(gateAndUp.narrow(-1, 0, half)) * gateAndUp.narrow(-1, half, half);
    }
}
