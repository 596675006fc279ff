using System.Text.Json;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics;
using DataEnvGym.Domains.Mathematics.Gsm8k;

namespace DataEnvGym.Domains.Tests.Mathematics.Gsm8k;

/// <summary>On the published data, where a folder <c>shared/data/gsm8k</c> stands above the tests.</summary>
public sealed class RealGsm8kTests
{
    [SkippableTheory]
    [InlineData("train.jsonl", 7_473)]
    [InlineData("test.jsonl", 1_319)]
    public async Task LoadAsync_PublishedFile_GradesEveryGoldAnswerAsCorrectAndAnotherNumberAsWrong(string file, int count)
    {
        var path = Path.Combine(DataFolder(), file);
        var items = await Gsm8kLoader.LoadAsync(path, default);
        var golds = (await File.ReadAllLinesAsync(path)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("answer").GetString()!).ToList();

        items.Count.ShouldBe(count);
        for (var i = 0; i < count; i++)
        {
            FinalAnswerGrader.Instance.Grade(items[i], golds[i]).Verdict.ShouldBe(Verdict.Correct, items[i].Id);
            var other = (i + 1) % count;
            var same = Value(items[i]) == Value(items[other]);
            FinalAnswerGrader.Instance.Grade(items[i], golds[other]).Verdict.ShouldBe(same ? Verdict.Correct : Verdict.Wrong, items[i].Id);
            items[i].Solution.ShouldNotBeNull().ShouldNotContain("<<");
        }
    }

    [SkippableFact]
    public async Task LoadAsync_PublishedFolder_HasDisjointSplits()
    {
        var task = new Gsm8kTask(new TaskSpec { Name = "gsm8k", Data = DataFolder(), Sizes = new() { Test = 1_319 } });
        var prompts = new List<string>();
        foreach (var split in Enum.GetValues<Split>())
        {
            prompts.AddRange((await task.LoadAsync(split, default)).Select(i => task.Domain.Canonicalize(i.Prompt)));
        }

        prompts.ShouldBeUnique();
        prompts.Count.ShouldBeInRange(8_700, 8_792);
    }

    private static decimal Value(Item item) => decimal.Parse(item.Reference);

    private static string DataFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", "gsm8k");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        throw new SkipException("There is no folder shared/data/gsm8k above the tests.");
    }
}
