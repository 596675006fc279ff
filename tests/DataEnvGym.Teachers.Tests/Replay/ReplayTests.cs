using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Replay;
using DataEnvGym.Teachers.Tests.Support;

namespace DataEnvGym.Teachers.Tests.Replay;

public sealed class ReplayTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    private TeacherSpec Spec => new()
    {
        Kind = TeacherKinds.Replay, Fixtures = file, MaxTokensPerCall = 100, Temperature = 0.5, Price = new() { InputPerMillion = 2, OutputPerMillion = 10 },
    };

    public void Dispose() => File.Delete(file);

    // Repairs and refusals belong to a conversation too.
    [Fact]
    public async Task Ask_Recorded_IsAnsweredTheSameWithoutAServer()
    {
        var documents = new MemoryDocuments();
        ChatOutcome<ProposeSubskillsAnswer> first, refused;
        await using (var server = await TeacherServer.StartAsync((call, context) => TeacherServer.AnswerAsync(context, call.Number switch
        {
            0 => TeacherServer.Completion("not JSON"),
            1 => TeacherServer.Completion(Desk.Good, 30, 7),
            _ => TeacherServer.Completion(null, refusal: "I would rather not."),
        })))
        {
            first = await new Desk(server.Address) { Documents = documents }.AskAsync();
            refused = await new Desk(server.Address) { Documents = documents }.AskAsync(seed: 4);
        }

        (await ExportAsync(documents)).ShouldBe((3, 0));
        (await File.ReadAllTextAsync(file)).ShouldNotContain(Desk.Canary);

        var again = await AskAsync(Spec);
        again.Value.ShouldNotBeNull().Subskills.ShouldBe(first.Value.ShouldNotBeNull().Subskills);
        (again with { Value = null }).ShouldBe(first with { Value = null });
        (await AskAsync(Spec, 4)).ShouldBe(refused);
        new StructuredChat(TeacherFactory.Create(Spec, 1, new(documents)), Spec).Teacher.ShouldBe("openai-compatible/test-model");
    }

    [Fact]
    public async Task Ask_NotRecorded_NamesTheCall()
    {
        await RecordAsync("test-model");
        var error = await Should.ThrowAsync<TeacherException>(() => AskAsync(Spec, 5));
        error.Message.ShouldStartWith($"teacher.fixtures: {file} holds no answer to call ");
        error.Message.ShouldContain("(max_tokens 100, temperature 0.5, seed 5), which asks: \"Request.\"");
        await Should.ThrowAsync<TeacherException>(() => AskAsync(Spec with { Temperature = 0.6 }));
    }

    [Fact]
    public async Task Recording_OfSeveralTeachers_WantsToKnowWhich()
    {
        await RecordAsync("one", "two");
        (await Should.ThrowAsync<TeacherException>(() => AskAsync(Spec))).Message.ShouldContain(
            "holds answers of openai-compatible/one, openai-compatible/two; set teacher.model");
        (await AskAsync(Spec with { Model = "two" })).Value.ShouldNotBeNull().Subskills.ShouldBe(["of two"]);
        (await AskAsync(Spec with { Model = "one" })).Value.ShouldNotBeNull().Subskills.ShouldBe(["of one"]);
        (await Should.ThrowAsync<TeacherException>(() => AskAsync(Spec with { Model = "three" }))).Message.ShouldContain("no answers of the model three");
    }

    [Fact]
    public async Task Recording_MissingOrDamaged_IsNamed()
    {
        (await Should.ThrowAsync<TeacherException>(() => AskAsync(Spec with { Fixtures = file + "x" }))).Message.ShouldContain("there is no file");
        await File.WriteAllTextAsync(file, "{\"call\":1}\n");
        (await Should.ThrowAsync<TeacherException>(() => AskAsync(Spec))).Message.ShouldStartWith($"teacher.fixtures: {file}, line 1 is no recorded answer: ");
    }

    [Fact]
    public async Task Export_AnswersOfAnEarlierVersion_AreLeftOutAndCounted()
    {
        var documents = new MemoryDocuments();
        await documents.PutAsync("old.json", """{"text":"x","end":"Complete","usage":null}"""u8.ToArray(), default);
        (await ExportAsync(documents)).ShouldBe((0, 1));
    }

    private static Task<ChatOutcome<ProposeSubskillsAnswer>> AskAsync(TeacherSpec spec, ulong seed = 3) =>
        new StructuredChat(TeacherFactory.Create(spec, 1, new(new MemoryDocuments())), spec).AskAsync(
            new ChatQuestion("Rules.", "Request."), TeacherJson.Default.ProposeSubskillsAnswer, new Ledger(Allowance.Unlimited), seed, default);

    private async Task RecordAsync(params string[] models)
    {
        var documents = new MemoryDocuments();
        await using var server = await TeacherServer.StartAsync((call, context) => TeacherServer.AnswerAsync(
            context, TeacherServer.Completion($$"""{"subskills":["of {{call.Body.GetProperty("model").GetString()}}"]}""")));
        foreach (var model in models)
        {
            var desk = new Desk(server.Address);
            await new Desk(server.Address) { Documents = documents, Spec = desk.Spec with { Model = model } }.AskAsync();
        }

        await ExportAsync(documents);
    }

    private async Task<(int, int)> ExportAsync(MemoryDocuments documents)
    {
        await using var stream = File.Create(file);
        return await RecordingExport.WriteAsync(documents, documents.Names, stream, default);
    }
}
