using System.IO.Compression;
using System.Text;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Code.Loading;
using DataEnvGym.Domains.Code.Testing;

namespace DataEnvGym.Domains.Tests.Code.Loading;

public sealed class CodeFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private static CodeFormat Own { get; } = OwnCode.With(new());

    private static IEnumerable<CodeFormat> All => [.. CodeFormat.Published, Own];

    public static TheoryData<string> Tasks => new(All.Select(format => format.Task));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Tasks))]
    public async Task LoadAsync_ExampleOfTheFormat_IsAnItemWithTests(string task)
    {
        var format = All.Single(format => format.Task == task);
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
        var item = (await LoadAsync(LiveCodeBench.Format, """{"question_id":"7","question_content":"Sum.","starter_code":"class Solution:\n    def add(self, a: int, b: List[int]) -> int:\n        ","platform":"leetcode","difficulty":"medium","public_test_cases":"[{\"input\":\"1\\n[2, 3]\",\"output\":\"6\",\"testtype\":\"functional\"}]","private_test_cases":"[{\"input\":\"0\\n[]\",\"output\":\"0\",\"testtype\":\"functional\"}]","metadata":"{\"func_name\":\"add\"}"}"""))[0];

        (item.Origin, item.Level).ShouldBe(("leetcode", 2));
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
            await file.WriteAsync(Encoding.UTF8.GetBytes(Own.Example + "\n"));
        }

        (await CodeFile.LoadAsync(path, Own, default)).Count.ShouldBe(1);
        (await TaskCatalog.Open(new TaskSpec { Name = "code-jsonl", Data = folder }).LoadAsync(Split.Probe, default)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("humaneval", """{"prompt":"p"}""", "has no text in \"entry_point\"")]
    [InlineData("mbpp", """{"text":"t","code":"c","test_list":[]}""", "has no tests in \"test_list\"")]
    [InlineData("livecodebench", """{"question_content":"q","private_test_cases":"eJxrYJmayQABPWwA"}""", "refused here; unpack the field")]
    [InlineData("livecodebench", """{"question_content":"q"}""", "has no tests in")]
    [InlineData("livecodebench", """{"question_content":"q","public_test_cases":"[{\"input\":\"1\",\"output\":\"1\",\"testtype\":\"functional\"}]"}""", "no func_name")]
    [InlineData("code-jsonl", """{"prompt":"p"}""", "has no text in \"check\"; its fields are \"prompt\"; name the right one in \"task.fields.tests\"")]
    [InlineData("code-jsonl", """{"prompt":"p","check":"print(1)"}""", "a script asserts nothing")]
    [InlineData("code-jsonl", "[1]", "is no JSON object")]
    [InlineData("code-jsonl", "null", "is null")]
    public async Task LoadAsync_BadLine_NamesFileLineAndRemedy(string task, string line, string message)
    {
        var format = All.Single(format => format.Task == task);

        var error = await Should.ThrowAsync<TaskDataException>(() => LoadAsync(format, $"{format.Example}\n\n{line}"));

        error.Message.ShouldContain("items.jsonl, line 3, ");
        error.Message.ShouldContain(message);
        error.Message.ShouldContain("a right line looks like");
    }

    [Fact]
    public async Task LoadAsync_MappedFields_AreReadUnderTheirNames()
    {
        var format = OwnCode.With(new() { Prompt = "task", Tests = "asserts", Entry = "function", Starter = "head", Solution = "gold", Skill = "topic", Level = "grade" });

        var item = (await LoadAsync(format, """{"task":" Double n. ","asserts":"assert d(1) == 2","function":"d","head":"def d(n): return ","gold":" 2 * n","topic":"numbers","grade":"Level 2","prompt":"no","check":"no"}""")).ShouldHaveSingleItem();

        (item.Prompt, item.Reference, item.Skill, item.Level).ShouldBe(("Double n.", " 2 * n", "numbers", 2));
        var tests = CodeTests.Read(item.Check!);
        (tests.Entry, tests.Starter).ShouldBe(("d", "def d(n): return "));
        tests.Tests.ShouldBe([new ScriptTest("assert d(1) == 2")]);
        (await LoadAsync(format, format.Example.Replace("\"task\"", "\"function\": \"d\", \"head\": \"#\", \"topic\": \"t\", \"grade\": 1, \"task\"", StringComparison.Ordinal))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task LoadAsync_TestsWithEntryAndStarter_KeepThem()
    {
        var item = (await LoadAsync(Own, """{"prompt":"p","entry":"no","starter":"no","check":{"entry":"d","starter":"def d(n): return ","tests":[{"kind":"call","arguments":[1],"returns":2}]}}""")).ShouldHaveSingleItem();
        var other = (await LoadAsync(Own, """{"prompt":"p","entry":"d","check":{"tests":[{"kind":"call","arguments":[1],"returns":2}]}}""")).ShouldHaveSingleItem();

        CodeTests.Read(item.Check!).ShouldSatisfyAllConditions(tests => tests.Entry.ShouldBe("d"), tests => tests.Starter.ShouldBe("def d(n): return "));
        CodeTests.Read(other.Check!).Entry.ShouldBe("d");
    }

    [Theory]
    [InlineData("""{"task":"t","asserts":["a"]}""", "has a list in \"asserts\", where one text or number belongs; its fields are \"asserts\", \"task\"; name another in \"task.fields.tests\"")]
    [InlineData("""{"task":"t"}""", "has no text in \"asserts\"; its fields are \"task\"; name the right one in \"task.fields.tests\"")]
    [InlineData("""{"prompt":"t","asserts":"assert 1"}""", "has no text in \"task\"; its fields are \"asserts\", \"prompt\"; name the right one in \"task.fields.prompt\"")]
    [InlineData("""{"task":"t","asserts":"assert 1"}""", "has no text in \"gold\"; its fields are \"asserts\", \"task\"; name the right one in \"task.fields.solution\"")]
    [InlineData("""{"task":"t","asserts":"assert 1","gold":"1","level":"hard"}""", "has \"hard\" in \"level\", which is no level")]
    public async Task LoadAsync_MappedFieldThatIsMissing_NamesItAndWhereToNameAnother(string line, string message)
    {
        var error = await Should.ThrowAsync<TaskDataException>(() => LoadAsync(OwnCode.With(new() { Prompt = "task", Tests = "asserts", Solution = "gold" }), line));

        error.Message.ShouldContain($"items.jsonl, line 1, {message}");
        error.Message.ShouldContain("a right line looks like {\"task\": ");
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
