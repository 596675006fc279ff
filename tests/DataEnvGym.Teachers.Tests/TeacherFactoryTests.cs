using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Offline;

namespace DataEnvGym.Teachers.Tests;

public sealed class TeacherFactoryTests
{
    [Fact]
    public void Create_Offline_IsTheOfflineTeacher()
    {
        var teacher = TeacherFactory.Create(new TeacherSpec(), 1);
        teacher.ShouldBeOfType<OfflineTeacher>();
        new StructuredChat(teacher, new TeacherSpec()).Teacher.ShouldBe("offline/1");
    }

    [Fact]
    public void Create_UnknownKind_SaysWhichThereAre() =>
        Should.Throw<PermanentException>(() => TeacherFactory.Create(new TeacherSpec { Kind = "parrot" }, 1)).Message
            .ShouldBe("There is no teacher of kind 'parrot'. Set the teacher's kind to one of: offline.");
}
