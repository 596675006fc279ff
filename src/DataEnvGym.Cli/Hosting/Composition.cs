using DataEnvGym.Azure;
using DataEnvGym.Core.Students;
using DataEnvGym.Local.Documents;
using DataEnvGym.Local.Runs;
using DataEnvGym.Sandbox;
using DataEnvGym.Students;
using DataEnvGym.Teachers;

namespace DataEnvGym.Cli.Hosting;

/// <summary>The students of this process, and what it lends to teachers.</summary>
internal static class Composition
{
    public static IStudentLab Lab() => new EmbeddedStudentLab(TimeProvider.System);

    /// <summary>Where programs run; starts nothing before the first of them.</summary>
    public static BubblewrapSandbox Sandbox() => new(new());

    public static TeacherAccess Teachers(RunFolder run) => Teachers(run.Answers);

    public static TeacherAccess Teachers(string answers) => new(new FileDocumentStore(answers)) { Entra = EntraTokens.Of() };
}
