namespace DataEnvGym.Students.Checkpoints;

/// <summary>The base checkpoint that ships inside this assembly.</summary>
internal static class EmbeddedBase
{
    public static Stream Open() => typeof(EmbeddedBase).Assembly.GetManifestResourceStream("embedded-base.safetensors")
        ?? throw new InvalidOperationException("The assembly was built without its base checkpoint: build src/DataEnvGym.Students again.");
}
