namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>Makes folders in memory where the system offers that: the tests kill programs, not machines, so no byte has to reach a disk.</summary>
internal static class Scratch
{
    private const string Memory = "/dev/shm";

    public static string NewFolder() =>
        Directory.Exists(Memory)
            ? Directory.CreateDirectory(Path.Combine(Memory, $"dataenvgym-loop-{Guid.NewGuid():N}")).FullName
            : Directory.CreateTempSubdirectory("dataenvgym-loop-").FullName;
}
