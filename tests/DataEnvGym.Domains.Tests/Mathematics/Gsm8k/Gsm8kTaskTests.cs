using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics.Gsm8k;

namespace DataEnvGym.Domains.Tests.Mathematics.Gsm8k;

public sealed class Gsm8kTaskTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task LoadAsync_FolderWithBothFiles_TakesTestFromItsFile()
    {
        folder.Write("train.jsonl", Lines(0, 40));
        folder.Write("test.jsonl", Lines(100, 20));

        var splits = await LoadAll(folder.Path);

        Sizes(splits).ShouldBe([5, 6, 7, 29]);
        splits[Split.Test].ShouldAllBe(i => i.Id.StartsWith("gsm8k/test/"));
        splits[Split.Train].ShouldAllBe(i => i.Id.StartsWith("gsm8k/train/"));
        ShouldBeDisjoint(splits);
    }

    [Fact]
    public async Task LoadAsync_OneFile_CarvesAllSplits()
    {
        var splits = await LoadAll(folder.Write("mine.jsonl", Lines(0, 40)));

        Sizes(splits).ShouldBe([5, 6, 7, 22]);
        ShouldBeDisjoint(splits);
    }

    [Fact]
    public async Task LoadAsync_FewItems_UsesWhatThereIs() =>
        Sizes(await LoadAll(folder.Write("mine.jsonl", Lines(0, 8)))).ShouldBe([5, 3, 0, 0]);

    [Fact]
    public async Task LoadAsync_LinesInAnotherOrder_GivesTheSameQuestions()
    {
        var lines = Lines(0, 40).Split('\n');
        var forward = await LoadAll(folder.Write("a.jsonl", string.Join('\n', lines)));
        var backward = await LoadAll(folder.Write("b.jsonl", string.Join('\n', lines.Reverse())));

        backward[Split.Probe].Select(i => i.Prompt).ShouldBe(forward[Split.Probe].Select(i => i.Prompt));
    }

    [Fact]
    public async Task LoadAsync_SameQuestionTwice_KeepsItOnceAndInTest()
    {
        folder.Write("train.jsonl", Lines(0, 40) + "\n" + Lines(0, 40).Replace("What is", "WHAT  is"));
        folder.Write("test.jsonl", Lines(30, 20));

        var splits = await LoadAll(folder.Path, test: 50);

        Sizes(splits).ShouldBe([5, 6, 20, 19]);
        ShouldBeDisjoint(splits);
    }

    [Theory]
    [InlineData(null, "set \"data\"")]
    [InlineData("", "set \"data\"")]
    [InlineData("no-such-folder", "no-such-folder")]
    public async Task LoadAsync_MissingData_SaysWhatToSet(string? data, string what)
    {
        var task = new Gsm8kTask(new TaskSpec { Name = "gsm8k", Data = data });

        (await Should.ThrowAsync<TaskDataException>(() => task.LoadAsync(Split.Probe, default))).Message.ShouldContain(what);
    }

    private static string Lines(int first, int count) =>
        string.Join('\n', Enumerable.Range(first, count).Select(i => $$"""{"question": "What is {{i}}?", "answer": "It is.\n#### {{i}}"}"""));

    private static async Task<Dictionary<Split, IReadOnlyList<Item>>> LoadAll(string data, int test = 7)
    {
        var task = new Gsm8kTask(new TaskSpec { Name = "gsm8k", Data = data, Sizes = new() { Probe = 5, Select = 6, Test = test } });
        var splits = new Dictionary<Split, IReadOnlyList<Item>>();
        foreach (var split in Enum.GetValues<Split>())
        {
            splits[split] = await task.LoadAsync(split, default);
        }

        return splits;
    }

    private static int[] Sizes(Dictionary<Split, IReadOnlyList<Item>> splits) =>
        [splits[Split.Probe].Count, splits[Split.Select].Count, splits[Split.Test].Count, splits[Split.Train].Count];

    private static void ShouldBeDisjoint(Dictionary<Split, IReadOnlyList<Item>> splits) =>
        splits.Values.SelectMany(s => s).Select(i => i.Prompt.ToUpperInvariant()).ShouldBeUnique();
}
