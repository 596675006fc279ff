namespace DataEnvGym.Students.Checkpoints;

/// <summary>One tensor in a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its sizes, each at least 1.</param>
/// <param name="Begin">First byte, counted from the end of the header.</param>
/// <param name="End">Byte after its last.</param>
/// <param name="Type">Type of its elements: one of the two below.</param>
internal sealed record SafetensorsEntry(string Name, IReadOnlyList<int> Shape, long Begin, long End, string Type = SafetensorsEntry.Single)
{
    /// <summary>32-bit floats.</summary>
    public const string Single = "F32";

    /// <summary>64-bit floats.</summary>
    public const string Double = "F64";

    /// <summary>Bytes of an element; null when the type is none that is used here.</summary>
    public static int? SizeOf(string? type) => type switch { Single => 4, Double => 8, _ => null };

    /// <summary>Whether both are the same tensor in the same place.</summary>
    public bool Matches(SafetensorsEntry other) => this with { Shape = other.Shape } == other && Shape.SequenceEqual(other.Shape);
}
