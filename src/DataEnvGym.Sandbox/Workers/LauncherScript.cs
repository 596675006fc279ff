namespace DataEnvGym.Sandbox.Workers;

/// <summary>The launcher: Python that waits inside the sandbox and runs one program after another.</summary>
internal static class LauncherScript
{
    /// <summary>Its parts, joined in the order of their names, as UTF-8.</summary>
    public static byte[] Bytes { get; } = Read();

    private static byte[] Read()
    {
        var assembly = typeof(LauncherScript).Assembly;
        using var script = new MemoryStream();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Launcher.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var part = assembly.GetManifestResourceStream(name)!;
            part.CopyTo(script);
        }

        return script.ToArray();
    }
}
