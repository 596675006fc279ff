using static TorchSharp.torch;

namespace DataEnvGym.Students.Models;

/// <summary>Mixes the values of a layer's past into each position. All tensors are [batch, heads, length, head size].</summary>
internal delegate Tensor Attention(int layer, Tensor query, Tensor key, Tensor value);
