using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Code.Loading;

namespace DataEnvGym.Domains.Tests.Code.Loading;

/// <summary>On the published data, where a folder <c>shared/data/humaneval</c> stands above the tests.</summary>
public sealed class HumanEvalTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [SkippableFact]
    public async Task GradeAsync_AllCanonicalSolutions_AreRightAndTheirMutationsWrong()
    {
        var items = await CodeFile.LoadAsync(Path.Combine(DataFolder(), "HumanEval.jsonl.gz"), HumanEval.Format, default);
        var task = TaskCatalog.Open(new TaskSpec { Name = "humaneval", Data = DataFolder() }, fixture.Sandbox);
        items.Count.ShouldBe(164);

        var right = await task.Grader.GradeAsync([.. items.Select(item => new ItemResponse(item, task.Domain.FormatExample(item.Prompt, "", item.Reference).Target))], default);
        var whole = await task.Grader.GradeAsync([.. items.Take(20).Select(item => new ItemResponse(item, item.Prompt + item.Reference))], default);
        var wrong = await task.Grader.GradeAsync([.. items.Select(item => new ItemResponse(item, Mutate(item.Reference)))], default);

        items.Zip(right).Where(pair => pair.Second.Verdict != Verdict.Correct).Select(pair => $"{pair.First.Id}: {pair.Second.Diagnostics}").ShouldBeEmpty();
        whole.ShouldAllBe(grade => grade.Verdict == Verdict.Correct);
        items.Zip(wrong).Where(pair => pair.Second.Verdict == Verdict.Correct).Select(pair => pair.First.Id).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task LoadAsync_EachSplit_IsDisjoint()
    {
        var task = TaskCatalog.Open(new TaskSpec { Name = "humaneval", Data = DataFolder(), Sizes = new() { Probe = 30, Select = 30, Test = 60 } });
        var ids = new List<string>();
        foreach (var split in Enum.GetValues<Split>())
        {
            ids.AddRange((await task.LoadAsync(split, default)).Select(item => item.Id));
        }

        ids.ShouldBeUnique();
        ids.Count.ShouldBe(164);
    }

    // What each function returns is wrapped, so that no value is what it was.
    private static string Mutate(string body) => System.Text.RegularExpressions.Regex.Replace(body, @"\breturn\b(.*)", "return ('not', $1)", System.Text.RegularExpressions.RegexOptions.None);

    private static string DataFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", "humaneval");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        throw new SkipException("There is no folder shared/data/humaneval above the tests.");
    }
}
