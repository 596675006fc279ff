using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Domains.Tests;

public sealed class TaskCatalogTests
{
    [Fact]
    public void Open_EveryName_GivesThatTask()
    {
        TaskCatalog.Names.ShouldBe(["code-jsonl", "gsm8k", "humaneval", "livecodebench", "math", "math-jsonl", "mbpp", "procedural-code", "procedural-math"]);
        foreach (var name in TaskCatalog.Names)
        {
            var task = TaskCatalog.Open(new TaskSpec { Name = name });

            task.Name.ShouldBe(name);
            task.Domain.Name.ShouldBe(task.Grader.Name == "code/1" ? "code" : "math");
            task.Grader.Name.ShouldBe(name switch { "gsm8k" or "procedural-math" => "final-answer/1", "math" or "math-jsonl" => "math/3", _ => "code/1" });
            task.Protocol.ShouldBe($"greedy/{task.MaxResponseTokens}");
        }
    }

    [Fact]
    public void Open_UnknownName_ListsTheNames()
    {
        var error = Should.Throw<PermanentException>(() => TaskCatalog.Open(new TaskSpec { Name = "gsm" }));

        error.Message.ShouldContain("\"gsm\"");
        error.Message.ShouldContain("code-jsonl, gsm8k, humaneval, livecodebench, math, math-jsonl, mbpp, procedural-code, procedural-math");
    }

    [Fact]
    public void Open_NegativeSize_NamesTheSplit() =>
        Should.Throw<PermanentException>(() => TaskCatalog.Open(new TaskSpec { Sizes = new() { Select = -1 } })).Message.ShouldContain("size of select is -1");
}
