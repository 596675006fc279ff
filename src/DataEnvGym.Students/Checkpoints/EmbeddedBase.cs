namespace DataEnvGym.Students.Checkpoints;

/// <summary>The base checkpoints that ship inside this assembly.</summary>
internal static class EmbeddedBase
{
    /// <summary>Opens the base of a student.</summary>
    /// <param name="student">Its name.</param>
    public static Stream Open(string student) => typeof(EmbeddedBase).Assembly.GetManifestResourceStream($"{student}-base.safetensors")
        ?? throw new InvalidOperationException($"The assembly was built without the base checkpoint of {student}: build src/DataEnvGym.Students again.");
}
