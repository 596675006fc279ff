using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Domains.Tests;

public sealed class TaskCatalogTests
{
    [Fact]
    public void Open_EveryName_GivesThatTask()
    {
        TaskCatalog.Names.ShouldBe(["gsm8k", "math", "math-jsonl", "procedural-math"]);
        foreach (var name in TaskCatalog.Names)
        {
            var task = TaskCatalog.Open(new TaskSpec { Name = name });

            task.Name.ShouldBe(name);
            task.Domain.Name.ShouldBe("math");
            task.Grader.Name.ShouldBe(name.StartsWith("math", StringComparison.Ordinal) ? "math/2" : "final-answer/1");
            task.Protocol.ShouldBe($"greedy/{task.MaxResponseTokens}");
        }
    }

    [Fact]
    public void Open_UnknownName_ListsTheNames()
    {
        var error = Should.Throw<PermanentException>(() => TaskCatalog.Open(new TaskSpec { Name = "gsm" }));

        error.Message.ShouldContain("\"gsm\"");
        error.Message.ShouldContain("gsm8k, math, math-jsonl, procedural-math");
    }

    [Fact]
    public void Open_NegativeSize_NamesTheSplit() =>
        Should.Throw<PermanentException>(() => TaskCatalog.Open(new TaskSpec { Sizes = new() { Select = -1 } })).Message.ShouldContain("size of select is -1");
}
