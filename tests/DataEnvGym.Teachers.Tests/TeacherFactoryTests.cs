using System.ComponentModel.DataAnnotations;
using System.Reflection;
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
        var teacher = TeacherFactory.Create(new TeacherSpec(), 1, new(new MemoryDocuments()));
        teacher.ShouldBeOfType<OfflineTeacher>();
        new StructuredChat(teacher, new TeacherSpec()).Teacher.ShouldBe("offline/1");
    }

    [Fact]
    public void Create_UnknownKind_SaysWhichThereAre() =>
        Should.Throw<PermanentException>(() => TeacherFactory.Create(new TeacherSpec { Kind = "parrot" }, 1, new(new MemoryDocuments()))).Message
            .ShouldBe("There is no teacher of kind 'parrot'. Set the teacher's kind to one of: offline, openai, azure-openai, openai-compatible, replay.");

    // What the schema accepts and what can be opened are the same.
    [Fact]
    public void Kinds_Schema_AllowsJustThem() =>
        typeof(TeacherSpec).GetProperty(nameof(TeacherSpec.Kind))!.GetCustomAttribute<AllowedValuesAttribute>()!.Values.ShouldBe(TeacherFactory.Kinds);
}
