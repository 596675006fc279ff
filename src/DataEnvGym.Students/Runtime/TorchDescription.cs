namespace DataEnvGym.Students.Runtime;

/// <summary>The libtorch in this process.</summary>
/// <param name="Version">Version of libtorch, such as <c>2.10.0.0</c>.</param>
/// <param name="Device">Where the student computes: <c>cpu</c> or <c>cuda:0</c>.</param>
/// <param name="Threads">Threads that a training or an examination uses.</param>
/// <param name="StartupFix">Whether the library had to be adapted to this system's libstdc++ at start-up, in words.</param>
/// <param name="VectorBits">Width of the processor's vectors that .NET uses, in bits.</param>
public sealed record TorchDescription(string Version, string Device, int Threads, string StartupFix, int VectorBits);
