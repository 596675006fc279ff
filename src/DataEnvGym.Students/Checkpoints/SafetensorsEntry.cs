namespace DataEnvGym.Students.Checkpoints;

/// <summary>One 32-bit float tensor in a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its sizes, each at least 1.</param>
/// <param name="Begin">First byte, counted from the end of the header.</param>
/// <param name="End">Byte after its last.</param>
internal sealed record SafetensorsEntry(string Name, IReadOnlyList<int> Shape, long Begin, long End);
