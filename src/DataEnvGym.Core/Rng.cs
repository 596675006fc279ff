using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DataEnvGym.Core;

/// <summary>
/// Seeded random numbers whose sequence is fixed for ever: xoshiro256** (Blackman and Vigna, 2018), seeded by SHA-256 of a scope. A scope names
/// what the numbers are for, so that no stream depends on how many numbers another one drew or on the order of parallel work.
/// </summary>
public sealed class Rng
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    private Rng(ReadOnlySpan<byte> state)
    {
        s0 = BinaryPrimitives.ReadUInt64LittleEndian(state);
        s1 = BinaryPrimitives.ReadUInt64LittleEndian(state[8..]);
        s2 = BinaryPrimitives.ReadUInt64LittleEndian(state[16..]);
        s3 = BinaryPrimitives.ReadUInt64LittleEndian(state[24..]);
    }

    /// <summary>The stream of a seed and a scope, such as <c>Rng.For(7, "errors", "iteration-2")</c>.</summary>
    public static Rng For(ulong seed, params ReadOnlySpan<string> scope) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{string.Join('\n', scope)}")));

    /// <summary>A seed for another component, derived from a seed and a scope.</summary>
    public static ulong Derive(ulong seed, params ReadOnlySpan<string> scope) => For(seed, scope).NextUInt64();

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64()
    {
        var result = ulong.RotateLeft(s1 * 5, 7) * 9;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = ulong.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 … <paramref name="exclusiveMax"/> − 1, without bias (Lemire 2019).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not above 0.</exception>
    public int Next(int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMax);
        var bound = (ulong)exclusiveMax;
        var threshold = (0 - bound) % bound;
        while (true)
        {
            var high = Math.BigMul(NextUInt64(), bound, out var low);
            if (low >= threshold)
            {
                return (int)high;
            }
        }
    }

    /// <summary>Uniform in <paramref name="min"/> … <paramref name="max"/>, both included.</summary>
    public int Between(int min, int max) => min + Next(max - min + 1);

    /// <summary>One element, uniformly.</summary>
    public T Pick<T>(IReadOnlyList<T> list) => list[Next(list.Count)];

    /// <summary>Shuffles in place (Fisher-Yates).</summary>
    public void Shuffle<T>(Span<T> span)
    {
        for (var i = span.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (span[i], span[j]) = (span[j], span[i]);
        }
    }

    /// <summary>Up to <paramref name="count"/> elements without replacement, in random order.</summary>
    public List<T> Sample<T>(IReadOnlyList<T> list, int count)
    {
        var indices = new int[list.Count];
        for (var i = 0; i < indices.Length; i++)
        {
            indices[i] = i;
        }

        var taken = Math.Min(count, indices.Length);
        var sample = new List<T>(taken);
        for (var i = 0; i < taken; i++)
        {
            var j = i + Next(indices.Length - i);
            (indices[i], indices[j]) = (indices[j], indices[i]);
            sample.Add(list[indices[i]]);
        }

        return sample;
    }
}
