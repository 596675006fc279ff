using System.Text.Json.Serialization;

namespace DataEnvGym.Students.Models;

/// <summary>
/// Shape of the student: a decoder of the Llama family (RMSNorm before each block, rotary positions, SwiGLU, output tied to the embedding).
/// Written into every checkpoint under the names of Hugging Face's <c>config.json</c>.
/// </summary>
internal sealed record ModelConfig
{
    [JsonPropertyName("model_type")]
    public string ModelType { get; init; } = "llama";

    [JsonPropertyName("vocab_size")]
    public int Vocabulary { get; init; } = Tokenizers.CharTokenizer.VocabularySize;

    [JsonPropertyName("hidden_size")]
    public int Dim { get; init; } = 96;

    [JsonPropertyName("num_hidden_layers")]
    public int Layers { get; init; } = 4;

    [JsonPropertyName("num_attention_heads")]
    public int Heads { get; init; } = 3;

    [JsonPropertyName("intermediate_size")]
    public int Hidden { get; init; } = 256;

    [JsonPropertyName("max_position_embeddings")]
    public int Context { get; init; } = 1024;

    [JsonPropertyName("rope_theta")]
    public double RopeTheta { get; init; } = 10000;

    [JsonPropertyName("rms_norm_eps")]
    public double NormEpsilon { get; init; } = 1e-5;

    [JsonPropertyName("tie_word_embeddings")]
    public bool Tied { get; init; } = true;

    [JsonIgnore]
    public int HeadDim => Dim / Heads;

    /// <summary>The student that ships with the program: 0.45 million parameters.</summary>
    public static ModelConfig Embedded { get; } = new();

    /// <summary>The sizes that tell two students apart, in words.</summary>
    public override string ToString() =>
        $"{ModelType}, vocabulary {Vocabulary}, size {Dim}, {Layers} layers, {Heads} heads, hidden {Hidden}, context {Context}, " +
        $"rotary base {RopeTheta}, norm epsilon {NormEpsilon}, {(Tied ? "tied" : "untied")}";
}
