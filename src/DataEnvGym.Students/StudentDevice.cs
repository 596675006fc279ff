using System.Globalization;
using TorchSharp;

namespace DataEnvGym.Students;

/// <summary>Where a student computes: the processor, or one GPU.</summary>
public sealed record StudentDevice
{
    /// <summary>The setting that chooses the device of a worker.</summary>
    public const string Setting = "Worker:Device";

    private const string CudaName = "cuda";

    private StudentDevice(int? gpu) => Gpu = gpu;

    /// <summary>The processor.</summary>
    public static StudentDevice Cpu { get; } = new((int?)null);

    /// <summary>Number of the GPU, counted from 0 as CUDA does; null for the processor.</summary>
    public int? Gpu { get; }

    /// <summary>
    /// Threads that share a piece of work. Sums are formed in another order by another number, so it is the same on every machine. A GPU is
    /// kept busy by one.
    /// </summary>
    internal int Workers => Gpu is null ? 2 : 1;

    internal torch.Device Torch => Gpu is { } gpu ? torch.device(DeviceType.CUDA, gpu) : torch.CPU;

    /// <summary>One GPU.</summary>
    /// <param name="index">Its number; at least 0.</param>
    public static StudentDevice Cuda(int index = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new(index);
    }

    /// <summary>Reads <c>cpu</c>, <c>cuda</c> (the first GPU) or <c>cuda:N</c>.</summary>
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public static StudentDevice Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(':') switch
        {
            ["cpu"] => Cpu,
            [CudaName] => Cuda(),
            [CudaName, var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => Cuda(index),
            _ => throw new ArgumentException($"The setting {Setting} is '{text}': write cpu, cuda, or cuda:N with the number of the GPU from 0.", nameof(text)),
        };
    }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() => Gpu is { } gpu ? $"{CudaName}:{gpu}" : "cpu";
}
