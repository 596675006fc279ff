namespace DataEnvGym.Local.Tests;

/// <summary>A folder of a test, deleted with it.</summary>
internal sealed class TestFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("dataenvgym-local-").FullName;

    public string Journal => Path.Combine(FullPath, "journal.db");

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
