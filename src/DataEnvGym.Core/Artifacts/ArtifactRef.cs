namespace DataEnvGym.Core.Artifacts;

/// <summary>Points at an immutable stored thing. Two references with the same hash hold the same bytes.</summary>
/// <param name="Name">Path inside the run, with forward slashes, such as <c>iteration-02/examples.jsonl</c>.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="Count">Number of records in it; 1 for a file that is one thing.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the bytes.</param>
public sealed record ArtifactRef(string Name, long Length, int Count, string Sha256);
