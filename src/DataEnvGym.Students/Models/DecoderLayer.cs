using static TorchSharp.torch;

namespace DataEnvGym.Students.Models;

/// <summary>Parameters of one layer; the projections that read the same input are fused into one matrix.</summary>
/// <param name="AttentionNorm">[size].</param>
/// <param name="QueryKeyValue">[3 · size, size].</param>
/// <param name="Output">[size, size].</param>
/// <param name="FeedForwardNorm">[size].</param>
/// <param name="GateAndUp">[2 · hidden, size].</param>
/// <param name="Down">[size, hidden].</param>
internal sealed record DecoderLayer(Tensor AttentionNorm, Tensor QueryKeyValue, Tensor Output, Tensor FeedForwardNorm, Tensor GateAndUp, Tensor Down);
