using System.IO.Compression;
using System.Text;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Code.Loading;
using DataEnvGym.Domains.Code.Testing;

namespace DataEnvGym.Domains.Tests.Code.Loading;

public sealed class CodeFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public static TheoryData<string> Tasks => new(CodeFormat.All.Select(format => format.Task));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Tasks))]
    public async Task LoadAsync_ExampleOfTheFormat_IsAnItemWithTests(string task)
    {
        var format = CodeFormat.All.Single(format => format.Task == task);
        var item = (await LoadAsync(format, format.Example)).ShouldHaveSingleItem();

        item.Prompt.ShouldNotBeEmpty();
        CodeTests.Read(item.Check.ShouldNotBeNull()).Tests.ShouldHaveSingleItem();
        item.Id.ShouldStartWith(task, Case.Insensitive);
    }

    [Fact]
    public async Task LoadAsync_Mbpp_GivesATestForEachAssertWithItsSetup()
    {
        var item = (await LoadAsync(Mbpp.Format, """{"task_id":9,"text":"Double.","code":"def d(n): return 2*n","test_setup_code":"x = 1","test_list":["assert d(1) == 2","assert d(2) == 4"],"challenge_test_list":["assert d(0) == 0"]}"""))[0];

        item.ShouldSatisfyAllConditions(
            () => item.Id.ShouldBe("mbpp/9"),
            () => item.Prompt.ShouldBe("Double.\nIt must pass this test: assert d(1) == 2"),
            () => item.Reference.ShouldBe("def d(n): return 2*n"));
        CodeTests.Read(item.Check!).Tests.ShouldBe([new ScriptTest("x = 1\nassert d(1) == 2\n"), new ScriptTest("x = 1\nassert d(2) == 4\n"), new ScriptTest("x = 1\nassert d(0) == 0\n")]);
    }

    [Fact]
    public async Task LoadAsync_LiveCodeBenchFunction_CallsIt()
    {
        var item = (await LoadAsync(LiveCodeBench.Format, """{"question_id":"7","question_content":"Sum.","starter_code":"class Solution:\n    def add(self, a: int, b: List[int]) -> int:\n        ","difficulty":"medium","public_test_cases":"[{\"input\":\"1\\n[2, 3]\",\"output\":\"6\",\"testtype\":\"functional\"}]","private_test_cases":"[{\"input\":\"0\\n[]\",\"output\":\"0\",\"testtype\":\"functional\"}]","metadata":"{\"func_name\":\"add\"}"}"""))[0];

        item.Level.ShouldBe(2);
        item.Prompt.ShouldEndWith("def add(self, a: int, b: List[int]) -> int:");
        var tests = CodeTests.Read(item.Check!);
        tests.Entry.ShouldBe("add");
        var call = tests.Tests.Cast<CallTest>().First();
        (call.Arguments[0].GetInt32(), call.Arguments[1].GetArrayLength(), call.Returns.GetInt32()).ShouldBe((1, 2, 6));
        tests.Tests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task LoadAsync_Gzip_IsUnpacked()
    {
        var path = Path.Combine(folder, "code.jsonl.gz");
        await using (var file = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(GenericCode.Format.Example + "\n"));
        }

        (await CodeFile.LoadAsync(path, GenericCode.Format, default)).Count.ShouldBe(1);
        (await TaskCatalog.Open(new TaskSpec { Name = "code-jsonl", Data = folder }).LoadAsync(Split.Probe, default)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("humaneval", """{"prompt":"p"}""", "has no text in \"entry_point\"")]
    [InlineData("mbpp", """{"text":"t","code":"c","test_list":[]}""", "has no tests in \"test_list\"")]
    [InlineData("livecodebench", """{"question_content":"q","private_test_cases":"eJxrYJmayQABPWwA"}""", "refused here; unpack the field")]
    [InlineData("livecodebench", """{"question_content":"q"}""", "has no tests in")]
    [InlineData("livecodebench", """{"question_content":"q","public_test_cases":"[{\"input\":\"1\",\"output\":\"1\",\"testtype\":\"functional\"}]"}""", "no func_name")]
    [InlineData("code-jsonl", """{"prompt":"p"}""", "has no tests in \"check\"")]
    [InlineData("code-jsonl", """{"prompt":"p","check":"print(1)"}""", "a script asserts nothing")]
    [InlineData("code-jsonl", "[1]", "is no JSON object")]
    [InlineData("code-jsonl", "null", "is null")]
    public async Task LoadAsync_BadLine_NamesFileLineAndRemedy(string task, string line, string message)
    {
        var format = CodeFormat.All.Single(format => format.Task == task);

        var error = await Should.ThrowAsync<TaskDataException>(() => LoadAsync(format, $"{format.Example}\n\n{line}"));

        error.Message.ShouldContain("items.jsonl, line 3, ");
        error.Message.ShouldContain(message);
        error.Message.ShouldContain("a right line looks like");
    }

    [Fact]
    public async Task LoadAsync_IdTwice_IsRefused() =>
        (await Should.ThrowAsync<TaskDataException>(() => LoadAsync(Mbpp.Format, $"{Mbpp.Format.Example}\n{Mbpp.Format.Example}"))).Message.ShouldContain("has the id mbpp/2");

    [Fact]
    public async Task LoadAsync_NoData_SaysWhatToSet()
    {
        (await Should.ThrowAsync<TaskDataException>(() => TaskCatalog.Open(new TaskSpec { Name = "mbpp" }).LoadAsync(Split.Probe, default))).Message.ShouldContain("mbpp.jsonl");
        (await Should.ThrowAsync<TaskDataException>(() => TaskCatalog.Open(new TaskSpec { Name = "mbpp", Data = folder }).LoadAsync(Split.Probe, default))).Message.ShouldContain("neither a file nor a folder");
    }

    private async Task<IReadOnlyList<Item>> LoadAsync(CodeFormat format, string text)
    {
        var path = Path.Combine(folder, "items.jsonl");
        await File.WriteAllTextAsync(path, text);
        return await CodeFile.LoadAsync(path, format, default);
    }
}
