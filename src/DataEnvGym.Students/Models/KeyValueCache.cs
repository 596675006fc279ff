using static TorchSharp.torch;

namespace DataEnvGym.Students.Models;

/// <summary>
/// Keys and values of the tokens read so far, for a batch whose shorter rows are padded on the left. Its tensors belong to the dispose
/// scope that it was made in.
/// </summary>
internal sealed class KeyValueCache
{
    // Added to the score of a padding position: its weight underflows to exactly 0, and a row of nothing but padding stays finite.
    private const float Hidden = -1e9f;
    private readonly Tensor[] keys;
    private readonly Tensor[] values;
    private Tensor? padding;
    private readonly Device? device;
    private int length;

    /// <param name="config">Shape of the student.</param>
    /// <param name="paddings">Padding tokens at the start of each row.</param>
    /// <param name="capacity">Most tokens per row, padding included.</param>
    /// <param name="device">Where the model is; none for the processor.</param>
    public KeyValueCache(ModelConfig config, IReadOnlyList<int> paddings, int capacity, Device? device = null)
    {
        this.device = device;
        long[] shape = [paddings.Count, config.Heads, capacity, config.HeadDim];
        keys = Enumerable.Range(0, config.Layers).Select(_ => zeros(shape, device: device)).ToArray();
        values = Enumerable.Range(0, config.Layers).Select(_ => zeros(shape, device: device)).ToArray();
        if (paddings.Any(count => count > 0))
        {
            var mask = new float[paddings.Count * capacity];
            for (var row = 0; row < paddings.Count; row++)
            {
                mask.AsSpan(row * capacity, paddings[row]).Fill(Hidden);
            }

            padding = tensor(mask, [paddings.Count, 1, 1, capacity], device: device);
        }
    }

    /// <summary>Reads <paramref name="tokens"/>, [rows, new tokens], after what was read before.</summary>
    /// <returns>Hidden states of the last token of each row, [rows, size].</returns>
    public Tensor Read(DecoderModel model, Tensor tokens, Tensor positions)
    {
        var added = (int)tokens.shape[1];
        var mask = Mask(added);
        var hidden = model.Read(tokens, positions, (layer, query, key, value) =>
        {
            keys[layer].narrow(2, length, added).copy_(key);
            values[layer].narrow(2, length, added).copy_(value);
            return nn.functional.scaled_dot_product_attention(
                query, keys[layer].narrow(2, 0, length + added), values[layer].narrow(2, 0, length + added), mask, is_casual: mask is null && added > 1);
        });
        length += added;
        return hidden.select(1, added - 1);
    }

    /// <summary>Keeps the given rows only, in their order.</summary>
    public void Keep(Tensor rows)
    {
        for (var layer = 0; layer < keys.Length; layer++)
        {
            Replace(ref keys[layer]!, rows);
            Replace(ref values[layer]!, rows);
        }

        Replace(ref padding, rows);
    }

    private static void Replace(ref Tensor? tensor, Tensor rows)
    {
        if (tensor is { } old)
        {
            tensor = old.index_select(0, rows).MoveToOuterDisposeScope();
            old.Dispose();
        }
    }

    // Several tokens are read only at the start, when the cache is empty: each then sees its own past.
    private Tensor? Mask(int added)
    {
        var mask = padding?.narrow(-1, 0, length + added);
        return mask is null || added == 1 ? mask : mask.Plus(zeros([added, added], device: device).PlusInPlace(Hidden).triu(1)).AtLeast(Hidden);
    }
}
