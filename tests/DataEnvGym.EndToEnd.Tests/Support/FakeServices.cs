using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Reporting;
using DataEnvGym.Teachers;
using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>The services of a run with a fake student, everything noted in a diary.</summary>
internal static class FakeServices
{
    public static EpisodeServices Of(IArtifactStore store, string runs, FakeLab lab, Diary diary, Func<string, string> rewrite) => new(
        store,
        new FileArtifactStores(runs),
        new InProcessDispatcher(lab, store),
        new FakeCorpus(),
        task => new SpyTask(task, diary),
        (teacher, seed) => new TeacherDataEngine(Chat(teacher, seed, diary, rewrite), teacher),
        (teacher, seed) => new TeacherSkillDiscovery(Chat(teacher, seed, diary, rewrite)),
        new CurveRenderer());

    private static StructuredChat Chat(TeacherSpec teacher, ulong seed, Diary diary, Func<string, string> rewrite) =>
        new(new SpyTeacher(TeacherFactory.Create(teacher, seed), teacher.Price, diary, rewrite), teacher);
}
