using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Documents;
using DataEnvGym.Reporting;
using DataEnvGym.Teachers;
using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>The services of a run with a fake student, everything noted in a diary.</summary>
internal static class FakeServices
{
    public static EpisodeServices Of(IArtifactStore store, string runs, FakeLab lab, Diary diary, Func<string, string> rewrite, TeacherAccess? teachers = null) => new(
        store,
        new FileArtifactStores(runs),
        new InProcessDispatcher(lab, store),
        new FakeCorpus(),
        task => new SpyTask(task, diary),
        (teacher, seed) => new TeacherDataEngine(Chat(TeacherRole.Writer, teacher, seed, diary, rewrite, teachers), teacher),
        (teacher, seed) => new TeacherSkillDiscovery(Chat(TeacherRole.Labeller, teacher, seed, diary, rewrite, teachers)),
        (teacher, seed) => new TeacherAdvisor(Chat(TeacherRole.Planner, teacher, seed, diary, rewrite, teachers)),
        new CurveRenderer())
    {
        SubskillProposer = (teacher, seed) => new SubskillProposer(Chat(TeacherRole.Planner, teacher, seed, diary, rewrite, teachers)),
        TreeAdvisor = (teacher, seed) => new TeacherTreeAdvisor(Chat(TeacherRole.Planner, teacher, seed, diary, rewrite, teachers)),
        ItemAssigner = (teacher, seed) => new TeacherItemAssigner(Chat(TeacherRole.Labeller, teacher, seed, diary, rewrite, teachers)),
    };

    // The offline teacher keeps nothing.
    private static TeacherAccess NoAnswers { get; } = new(new FileDocumentStore(Path.Combine(Path.GetTempPath(), "dataenvgym-no-answers")));

    private static StructuredChat Chat(TeacherRole role, TeacherSpec teacher, ulong seed, Diary diary, Func<string, string> rewrite, TeacherAccess? teachers) =>
        new(new SpyTeacher(TeacherFactory.Create(teacher, seed, teachers ?? NoAnswers), teacher.Price, diary, rewrite), teacher) { Role = role };
}
