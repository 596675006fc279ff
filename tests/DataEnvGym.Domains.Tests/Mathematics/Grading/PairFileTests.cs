using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics.Grading;

namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

public sealed class PairFileTests : IDisposable
{
    private static readonly PairGrader Math = GraderCatalog.Find("math")!;

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public async Task GradeAsync_ManyLines_GradesEachInItsPlace()
    {
        await File.WriteAllLinesAsync(path, Enumerable.Range(0, 3_000).Select(i => $$"""{"gold": "{{i}}", "pred": "So \\boxed{ {{(i % 3 == 0 ? i : i + 1)}} }", "id": {{i}}}"""));
        var results = await GradeAsync();
        results.Count.ShouldBe(3_000);
        for (var i = 0; i < results.Count; i++)
        {
            results[i].GoldAnswer.ShouldBe($"{i}");
            results[i].Equal.ShouldBe(i % 3 == 0);
        }
    }

    [Theory]
    [InlineData("{\"gold\": 5", "is no JSON object, at byte")]
    [InlineData("{\"gold\": 5, \"pred\": \"5\"}", "is no JSON object, at byte")]
    [InlineData("{\"pred\": \"5\"}", "has no text in \"gold\"")]
    [InlineData("{\"gold\": \"5\", \"pred\": null}", "has no text in \"pred\"")]
    [InlineData("", "is no JSON object, at byte")]
    [InlineData("null", "has no text in \"gold\"")]
    public async Task GradeAsync_BadLine_NamesFileLineAndRemedyAfterTheLinesBefore(string line, string complaint)
    {
        const string Good = "{\"gold\": \"5\", \"pred\": \"5\"}";
        await File.WriteAllLinesAsync(path, [Good, Good, line, Good]);
        var graded = new List<AnswerComparison>();
        var error = await Should.ThrowAsync<TaskDataException>(async () =>
        {
            await foreach (var result in PairFile.GradeAsync(path, Math, default))
            {
                graded.Add(result);
            }
        });
        error.Message.ShouldStartWith($"{path}, line 3, {complaint}");
        error.Message.ShouldContain("a right line looks like");
        graded.Count.ShouldBe(2);
    }

    [Fact]
    public async Task GradeAsync_EndlessLine_IsRefusedAfterTheLinesBefore()
    {
        await File.WriteAllTextAsync(path, $"{{\"gold\": \"5\", \"pred\": \"5\"}}\n{new string('x', 4_000_001)}");
        (await Should.ThrowAsync<TaskDataException>(GradeAsync)).Message.ShouldStartWith($"{path}, line 2, is longer than 4000000 characters");
    }

    [Fact]
    public async Task GradeAsync_NoFile_SaysSo() =>
        (await Should.ThrowAsync<TaskDataException>(async () => await PairFile.GradeAsync($"{path}.none", Math, default).ToListAsync())).Message.ShouldContain("cannot be read");

    private async Task<List<AnswerComparison>> GradeAsync() => await PairFile.GradeAsync(path, Math, default).ToListAsync();
}
