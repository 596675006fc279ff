namespace DataEnvGym.Students.Models;

/// <summary>
/// Where each parameter lies in the one flat buffer: embedding, gains of the norms, then the matrices of all layers grouped by shape
/// (query, key, value, output | gate, up | down), so that each group is one batch of equal matrices for the optimizer, and so that the
/// fused projections of a layer are neighbours.
/// </summary>
internal sealed class ParameterLayout
{
    public ParameterLayout(ModelConfig config)
    {
        Config = config;
        Norms = config.Vocabulary * config.Dim;
        Square = new MatrixGroup(Norms + (((2 * config.Layers) + 1) * config.Dim), 4 * config.Layers, config.Dim, config.Dim);
        Tall = new MatrixGroup(Square.End, 2 * config.Layers, config.Hidden, config.Dim);
        Wide = new MatrixGroup(Tall.End, config.Layers, config.Dim, config.Hidden);
        Slices = [.. Name()];
    }

    public ModelConfig Config { get; }

    /// <summary>Elements of the whole buffer.</summary>
    public int Total => Wide.End;

    /// <summary>Offset of the gains: two per layer (before attention, before the feed-forward), then the last.</summary>
    public int Norms { get; }

    /// <summary>Query, key, value and output of each layer in turn.</summary>
    public MatrixGroup Square { get; }

    /// <summary>Gate and up of each layer in turn.</summary>
    public MatrixGroup Tall { get; }

    /// <summary>Down of each layer.</summary>
    public MatrixGroup Wide { get; }

    /// <summary>Every tensor of a checkpoint. Together they cover the buffer once.</summary>
    public IReadOnlyList<NamedSlice> Slices { get; }

    private IEnumerable<NamedSlice> Name()
    {
        yield return new NamedSlice("model.embed_tokens.weight", 0, [Config.Vocabulary, Config.Dim]);
        for (var layer = 0; layer < Config.Layers; layer++)
        {
            var prefix = $"model.layers.{layer}.";
            yield return Gain(prefix + "input_layernorm.weight", 2 * layer);
            yield return Gain(prefix + "post_attention_layernorm.weight", (2 * layer) + 1);
            yield return Square.Slice(prefix + "self_attn.q_proj.weight", 4 * layer);
            yield return Square.Slice(prefix + "self_attn.k_proj.weight", (4 * layer) + 1);
            yield return Square.Slice(prefix + "self_attn.v_proj.weight", (4 * layer) + 2);
            yield return Square.Slice(prefix + "self_attn.o_proj.weight", (4 * layer) + 3);
            yield return Tall.Slice(prefix + "mlp.gate_proj.weight", 2 * layer);
            yield return Tall.Slice(prefix + "mlp.up_proj.weight", (2 * layer) + 1);
            yield return Wide.Slice(prefix + "mlp.down_proj.weight", layer);
        }

        yield return Gain("model.norm.weight", 2 * Config.Layers);
    }

    private NamedSlice Gain(string name, int index) => new(name, Norms + (index * Config.Dim), [Config.Dim]);
}
