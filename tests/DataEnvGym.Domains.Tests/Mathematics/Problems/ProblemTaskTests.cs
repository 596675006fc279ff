using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Domains.Tests.Mathematics.Gsm8k;

namespace DataEnvGym.Domains.Tests.Mathematics.Problems;

public sealed class ProblemTaskTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Load_MathAsPublished_ReadsFoldersWithTypeLevelAndBoxedAnswer()
    {
        Problem("train/algebra/1.json", "What is $1+1$?", "Level 1", "Algebra", @"It is $\boxed{2}$.");
        Problem("train/algebra/2.json", "What is $1+2$?", "Level ?", "Algebra", @"$1+2=\boxed{3}$.");
        Problem("test/geometry/7.json", "What is half?", "Level 5", "Geometry", @"No $\boxed{1}$, but $\boxed{\frac{1}{2}}$.");
        var task = Open("math");

        var test = (await task.LoadAsync(Split.Test, default)).ShouldHaveSingleItem();

        test.ShouldBe(new Item("math/test/geometry/7", "What is half?", @"\frac{1}{2}")
        {
            Solution = @"No $\boxed{1}$, but $\boxed{\frac{1}{2}}$.", Skill = "Geometry", Level = 5,
        });
        var train = await All(task, [Split.Probe, Split.Select, Split.Train]);
        train.Select(item => (item.Id, item.Reference, item.Level)).ShouldBe([("math/train/algebra/1", "2", 1), ("math/train/algebra/2", "3", null)], ignoreOrder: true);
    }

    [Fact]
    public async Task Load_Math500_ReadsSubjectLevelAndAnswer()
    {
        folder.Write("test.jsonl", """{"problem": "P", "solution": "S \\boxed{1}", "answer": "\\left( 3, \\frac{\\pi}{2} \\right)", "subject": "Precalculus", "level": 2, "unique_id": "u"}""");

        var item = (await Open("math").LoadAsync(Split.Probe, default)).ShouldHaveSingleItem();

        item.ShouldBe(new Item("math/test/00001", "P", @"\left( 3, \frac{\pi}{2} \right)") { Solution = @"S \boxed{1}", Skill = "Precalculus", Level = 2 });
    }

    [Fact]
    public async Task Load_OwnFile_ReadsMappedFields()
    {
        var path = folder.Write("own.jsonl", """{"q": "1+1", "a": 2, "topic": "sums", "grade": "level 3"}""" + "\n" + """{"q": "2+2", "a": "4", "topic": "sums", "grade": 4}""");

        var items = await All(Open("math-jsonl", path, new() { Prompt = "q", Answer = "a", Skill = "topic", Level = "grade" }), [Split.Probe]);

        items.Select(item => (item.Id, item.Prompt, item.Reference, item.Solution, item.Skill, item.Level)).ShouldBe(
            [("math-jsonl/own/00001", "1+1", "2", null, "sums", 3), ("math-jsonl/own/00002", "2+2", "4", null, "sums", 4)], ignoreOrder: true);
    }

    [Fact]
    public async Task Load_OwnCsv_ReadsQuotedFields()
    {
        var path = folder.Write("own.csv", "question,answer,level\r\n\"Say \"\"2\"\",\nplease\",2,1\r\n\n3?,3,\n");

        var items = await All(Open("math-jsonl", path), [Split.Probe]);

        items.Select(item => (item.Id, item.Prompt, item.Reference, item.Level)).ShouldBe(
            [("math-jsonl/own/00001", "Say \"2\",\nplease", "2", 1), ("math-jsonl/own/00002", "3?", "3", null)], ignoreOrder: true);
    }

    [Fact]
    public async Task Load_AnswerInTheFormOfGsm8k_IsSolutionAndAnswer()
    {
        var path = folder.Write("own.jsonl", """{"question": "1+1", "answer": "One and one.\n#### 2"}""");

        var item = (await Open("math-jsonl", path).LoadAsync(Split.Probe, default)).ShouldHaveSingleItem();

        (item.Solution, item.Reference).ShouldBe(("One and one.", "2"));
    }

    [Fact]
    public async Task Load_OneFile_IsPartedByHashWhateverTheOrderOfItsLines()
    {
        var lines = Enumerable.Range(0, 20).Select(i => $$"""{"question": "{{i}}+1", "answer": "{{i + 1}}"}""").ToList();
        var (a, b) = (folder.Write("a.jsonl", string.Join('\n', lines)), folder.Write("b.jsonl", string.Join('\n', lines.AsEnumerable().Reverse())));
        foreach (var split in Enum.GetValues<Split>())
        {
            var (left, right) = (await Open("math-jsonl", a, sizes: 4).LoadAsync(split, default), await Open("math-jsonl", b, sizes: 4).LoadAsync(split, default));

            left.Count.ShouldBe(split == Split.Train ? 8 : 4);
            left.Select(item => item.Prompt).ShouldBe(right.Select(item => item.Prompt));
        }
    }

    [Theory]
    [InlineData(null, "math/3")]
    [InlineData("parity", "parity/1")]
    [InlineData("final-answer", "final-answer/1")]
    public void Open_Grader_FindsTheAnswerAsTheStudentIsTaughtIt(string? grader, string name)
    {
        foreach (var task in (string[])["math", "math-jsonl", "gsm8k"])
        {
            var opened = TaskCatalog.Open(new() { Name = task, Grader = grader });
            var target = opened.Domain.FormatExample("p", "1+1 = 2", "2").Target;

            opened.Grader.Name.ShouldBe(grader is null && task == "gsm8k" ? "final-answer/1" : name);
            ((TextGrader)opened.Grader).Grade(new("i", "p", "2"), target).Verdict.ShouldBe(Verdict.Correct, target);
            ((TextGrader)opened.Grader).Grade(new("i", "p", "3"), target).Verdict.ShouldBe(Verdict.Wrong, target);
        }
    }

    [Fact]
    public void Open_UnknownGrader_ListsThem() =>
        Should.Throw<PermanentException>(() => TaskCatalog.Open(new() { Name = "math", Grader = "maths" })).Message.ShouldContain("final-answer, math, parity");

    [Theory]
    [InlineData("""{"answer": "2"}""", "line 1, has no text in \"question\"; its fields are \"answer\"; name the right one in \"task.fields.prompt\"")]
    [InlineData("""{"question": "?"}""", "line 1, has no text in \"answer\" and no \\boxed{…}")]
    [InlineData("""{"question": "?", "answer": "1", "level": "hard"}""", "line 1, has \"hard\" in \"level\", which is no level")]
    [InlineData("""{"question": "?", "question": "!"}""", "line 1, is no JSON object with each property once")]
    [InlineData("[1]", "line 1, is JSON, but no object")]
    [InlineData("{\"question\": \"?\", \"answer\": \"1\"}\n\n{}", "line 2, is blank, with more lines after it")]
    public async Task Load_MalformedLine_NamesFileLineFieldAndRemedy(string text, string message)
    {
        var path = folder.Write("own.jsonl", text);

        var error = await Should.ThrowAsync<TaskDataException>(() => Open("math-jsonl", path).LoadAsync(Split.Probe, default));

        error.Message.ShouldStartWith(path);
        error.Message.ShouldContain(message);
    }

    [Fact]
    public async Task Load_MappedFieldThatIsMissing_IsAnError()
    {
        var path = folder.Write("own.jsonl", """{"question": "?", "answer": "1"}""");

        var error = await Should.ThrowAsync<TaskDataException>(() => Open("math-jsonl", path, new() { Skill = "topic" }).LoadAsync(Split.Probe, default));

        error.Message.ShouldContain("has no text in \"topic\"; its fields are \"answer\", \"question\"; name the right one in \"task.fields.skill\"");
    }

    [Theory]
    [InlineData("question,answer\n1+1\n", "line 2, has 1 fields in place of 2")]
    [InlineData("question,question\n", "names the column \"question\" twice")]
    [InlineData("question,answer\n1\"2,3\n", "line 2, has a double quote inside a field")]
    [InlineData("question,answer\n\"1,2\n3,4\n", "line 2, opens a double quote that nothing closes")]
    public async Task Load_MalformedCsv_NamesFileAndLine(string text, string message)
    {
        var path = folder.Write("own.csv", text);

        var error = await Should.ThrowAsync<TaskDataException>(() => Open("math-jsonl", path).LoadAsync(Split.Probe, default));

        error.Message.ShouldStartWith(path);
        error.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData(".jsonl")]
    [InlineData(".csv")]
    [InlineData(".json")]
    public async Task Load_EndlessProblem_IsRefused(string extension)
    {
        var path = folder.Write($"own{extension}", $"{(extension == ".csv" ? "" : "{\"question\": ")}\"{new string('1', 1_000_001)}");
        var data = extension == ".json" ? folder.Path : path;

        (await Should.ThrowAsync<TaskDataException>(() => Open("math-jsonl", data).LoadAsync(Split.Probe, default))).Message.ShouldContain("longer than 1000000");
    }

    [Fact]
    public async Task Load_NothingThere_SaysWhatIsExpected()
    {
        (await Should.ThrowAsync<TaskDataException>(() => Open("math").LoadAsync(Split.Probe, default))).Message.ShouldContain("holds no problems; set \"data\" of the task");
        (await Should.ThrowAsync<TaskDataException>(() => Open("math", "nowhere").LoadAsync(Split.Probe, default))).Message.ShouldStartWith("nowhere is neither a file nor a folder");
        (await Should.ThrowAsync<TaskDataException>(() => Open("math", "").LoadAsync(Split.Probe, default))).Message.ShouldStartWith("The task math needs data");
    }

    [Fact]
    public async Task Load_LinkOutOfTheFolder_IsNotFollowed()
    {
        using var elsewhere = new TempFolder();
        elsewhere.Write("1.json", """{"problem": "?", "answer": "1"}""");
        Directory.CreateDirectory(Path.Combine(folder.Path, "train"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "train", "algebra"), elsewhere.Path);

        (await Open("math").LoadAsync(Split.Probe, default)).ShouldBeEmpty();
    }

    private ITask Open(string name, string? data = null, TaskFields? fields = null, int sizes = 30) =>
        TaskCatalog.Open(new() { Name = name, Data = data ?? folder.Path, Fields = fields, Sizes = new() { Probe = sizes, Select = sizes, Test = sizes } });

    private static async Task<List<Item>> All(ITask task, Split[] splits)
    {
        var items = new List<Item>();
        foreach (var split in splits)
        {
            items.AddRange(await task.LoadAsync(split, default));
        }

        return items;
    }

    private void Problem(string name, string problem, string level, string type, string solution)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, name))!);
        folder.Write(name, System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { ["problem"] = problem, ["level"] = level, ["type"] = type, ["solution"] = solution }));
    }
}
