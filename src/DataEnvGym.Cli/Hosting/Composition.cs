using DataEnvGym.Core.Students;
using DataEnvGym.Students;

namespace DataEnvGym.Cli.Hosting;

/// <summary>The students of this process.</summary>
internal static class Composition
{
    public static IStudentLab Lab() => new EmbeddedStudentLab(TimeProvider.System);
}
