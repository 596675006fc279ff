using static TorchSharp.torch;

namespace DataEnvGym.Students.Models;

/// <summary>
/// The student's network as views of a flat weight buffer. A trainable model accumulates into a flat gradient buffer of its own, so that
/// several models may share the weights and each compute a part of a batch. Its tensors belong to the dispose scope that it was made in.
/// </summary>
internal sealed class DecoderModel
{
    private readonly Tensor weights;
    private readonly Tensor embedding;
    private readonly Tensor finalNorm;
    private readonly DecoderLayer[] layers;
    private readonly RotaryTable rotary;

    /// <param name="layout">Shape of the student.</param>
    /// <param name="weights">The flat buffer, [<see cref="ParameterLayout.Total"/>], shared and not copied.</param>
    /// <param name="trainable">Whether to make a gradient buffer.</param>
    public DecoderModel(ParameterLayout layout, Tensor weights, bool trainable)
    {
        Layout = layout;
        this.weights = weights;
        Device = weights.device;
        Gradients = trainable ? zeros_like(weights) : null;
        var config = layout.Config;
        embedding = View(0, config.Vocabulary, config.Dim);
        layers = Enumerable.Range(0, config.Layers).Select(CreateLayer).ToArray();
        finalNorm = View(layout.Norms + (2 * config.Layers * config.Dim), config.Dim);
        rotary = new RotaryTable(config, Device);
    }

    public ParameterLayout Layout { get; }

    /// <summary>The gradients, in the layout of the weights; null when the model is not trainable.</summary>
    public Tensor? Gradients { get; }

    /// <summary>Where the weights are, and what is read must be.</summary>
    public Device Device { get; }

    private ModelConfig Config => Layout.Config;

    /// <summary>Last hidden states of sequences that start at position 0, each seeing its past: [batch, length] to [batch, length, size].</summary>
    public Tensor Read(Tensor tokens)
    {
        var (cosine, sine) = rotary.First(tokens.shape[1]);
        return Run(tokens, cosine, sine, (_, query, key, value) => nn.functional.scaled_dot_product_attention(query, key, value, is_casual: true));
    }

    /// <summary>Last hidden states of tokens at the given positions, both [batch, length], with an attention that knows what came before.</summary>
    public Tensor Read(Tensor tokens, Tensor positions, Attention attention)
    {
        var (cosine, sine) = rotary.At(positions);
        return Run(tokens, cosine, sine, attention);
    }

    /// <summary>Scores of the next token: [n, size] to [n, vocabulary].</summary>
    public Tensor Score(Tensor hidden) => nn.functional.linear(hidden, embedding);

    private Tensor Run(Tensor tokens, Tensor cosine, Tensor sine, Attention attention)
    {
        var (batch, length) = (tokens.shape[0], tokens.shape[1]);
        var x = embedding.index_select(0, tokens.reshape(-1)).view(batch, length, Config.Dim);
        for (var i = 0; i < layers.Length; i++)
        {
            var layer = layers[i];
            var fused = nn.functional.linear(Norm(x, layer.AttentionNorm), layer.QueryKeyValue).view(batch, length, 3, Config.Heads, Config.HeadDim);
            var turned = TensorMath.Rotate(fused.narrow(2, 0, 2), cosine, sine);
            var mixed = attention(i, ByHead(turned, 0), ByHead(turned, 1), ByHead(fused, 2));
            x = x.Plus(nn.functional.linear(mixed.transpose(1, 2).reshape(batch, length, Config.Dim), layer.Output));
            x = x.Plus(nn.functional.linear(TensorMath.SwiGlu(nn.functional.linear(Norm(x, layer.FeedForwardNorm), layer.GateAndUp)), layer.Down));
        }

        return Norm(x, finalNorm);
    }

    private static Tensor ByHead(Tensor fused, int part) => fused.select(2, part).transpose(1, 2);

    private Tensor Norm(Tensor x, Tensor gain) => TensorMath.RmsNorm(x, gain, Config.NormEpsilon);

    private DecoderLayer CreateLayer(int layer) => new(
        View(Layout.Norms + (2 * layer * Config.Dim), Config.Dim),
        View(Layout.Square.At(4 * layer), 3 * Config.Dim, Config.Dim),
        View(Layout.Square.At((4 * layer) + 3), Config.Dim, Config.Dim),
        View(Layout.Norms + (((2 * layer) + 1) * Config.Dim), Config.Dim),
        View(Layout.Tall.At(2 * layer), 2 * Config.Hidden, Config.Dim),
        View(Layout.Wide.At(layer), Config.Dim, Config.Hidden));

    private Tensor View(int offset, params long[] shape)
    {
        var length = shape.Aggregate(1L, (product, size) => product * size);
        var leaf = weights.narrow(0, offset, length).view(shape).detach();
        if (Gradients is not null)
        {
            leaf.requires_grad = true;
            leaf.grad = Gradients.narrow(0, offset, length).view(shape);
        }

        return leaf;
    }
}
