using System.Text.Json;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Hosting.Tests;

public sealed class ExampleFilesTests : IDisposable
{
    private static readonly Example Example = new("ex-1", "2+2", "", "4", null, new("math-1", 1, "teacher", "uniform", "order-001", new("offline/1", "ab12", "call-3", ["probe-1"], 7)));

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public async Task Read_LinesAndEmptyLines_AreTheExamples()
    {
        var line = JsonSerializer.Serialize(Example, CoreJson.Default.Example);
        await File.WriteAllTextAsync(path, $"{line}\n\n{line.Replace("ex-1", "ex-2", StringComparison.Ordinal)}");

        var read = await ReadAsync();

        read.Select(example => example.Id).ShouldBe(["ex-1", "ex-2"]);
        JsonSerializer.Serialize(read[0], CoreJson.Default.Example).ShouldBe(line);
    }

    [Theory]
    [InlineData("", "agent.data: mine.jsonl holds no examples")]
    [InlineData("GOOD\n{\"messages\":[]}", "agent.data: mine.jsonl, line 2 is no example of this program; make such lines of a file of another one: dataenvgym import FILE")]
    [InlineData("GOOD\n\n{\"id\":\"ex-2\",\"prompt\":\"2+2\",\"answer\":\"4\"}", "agent.data: mine.jsonl, line 3 is no example")]
    [InlineData("null", "agent.data: mine.jsonl, line 1 is no example")]
    [InlineData("oops", "agent.data: mine.jsonl, line 1 is no example")]
    public async Task Read_SomethingElse_NamesTheLine(string text, string problem)
    {
        await File.WriteAllTextAsync(path, text.Replace("GOOD", JsonSerializer.Serialize(Example, CoreJson.Default.Example), StringComparison.Ordinal));

        (await Should.ThrowAsync<TaskDataException>(ReadAsync)).Message.ShouldStartWith(problem);
    }

    [Fact]
    public async Task Read_NoFile_SaysHowToMakeOne()
    {
        File.Delete(path);
        (await Should.ThrowAsync<TaskDataException>(ReadAsync)).Message.ShouldBe("agent.data: there is no file mine.jsonl; make one: dataenvgym import FILE --format openai --out mine.jsonl");
    }

    private Task<IReadOnlyList<Example>> ReadAsync() => ExampleFiles.ReadAsync(path, "mine.jsonl", default);
}
