using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Tests.Episodes;

public sealed class TaskRulesTests
{
    [Theory]
    [InlineData("gsm8k")]
    [InlineData("math")]
    [InlineData("math-jsonl")]
    public void Check_MathFromFiles_MayChooseItsGrader(string task) => TaskRules.Check(new() { Name = task, Grader = "parity" }).ShouldBeEmpty();

    [Fact]
    public void Check_GraderOfAProceduralTask_IsRefused() =>
        TaskRules.Check(new() { Grader = "math" }).ShouldHaveSingleItem().ShouldStartWith("task.grader: procedural-math has one grader of its own;");

    [Fact]
    public void Check_FieldsOfATaskWithFixedNames_AreRefused()
    {
        TaskRules.Check(new() { Name = "math-jsonl", Fields = new() { Prompt = "q" } }).ShouldBeEmpty();
        TaskRules.Check(new() { Name = "gsm8k", Fields = new() }, "gate.guards[1].task").ShouldHaveSingleItem().ShouldStartWith("gate.guards[1].task.fields: the fields of gsm8k");
    }

    [Theory]
    [InlineData("math")]
    [InlineData("math-jsonl")]
    public void Check_FieldsOfCodeForMath_AreRefused(string task) =>
        TaskRules.Check(new() { Name = task, Fields = new() { Answer = "a", Tests = "t", Entry = "e", Starter = "s" } }).ShouldBe(
            [$"task.fields.tests: {task} reads no such field; leave it out.", $"task.fields.entry: {task} reads no such field; leave it out.", $"task.fields.starter: {task} reads no such field; leave it out."]);

    [Fact]
    public void Check_FieldsOfCode_MayNotNameAnAnswer()
    {
        TaskRules.Check(new() { Name = "code-jsonl", Fields = new() { Prompt = "p", Tests = "t", Entry = "e", Starter = "s", Solution = "c", Skill = "k", Level = "l" } }).ShouldBeEmpty();
        TaskRules.Check(new() { Name = "code-jsonl", Fields = new() { Answer = "a" } }).ShouldBe(["task.fields.answer: code-jsonl reads no such field; leave it out."]);
    }

    [Fact]
    public void Read_TaskWithFieldsAndGrader_HasThem()
    {
        var task = SpecText.Read("""{ "task": { "name": "math-jsonl", "data": "d", "grader": "parity", "fields": { "prompt": "q", "level": "grade" } }, "teacher": { "kind": "offline" }, "agent": { "kind": "selection" }, "environment": "open-ended", "stop": { "iterations": 1 } }""").Task;

        (task.Grader, task.Fields).ShouldBe(("parity", new() { Prompt = "q", Level = "grade" }));
    }

    [Theory]
    [InlineData("math", "train and test as folders")]
    [InlineData("math-jsonl", ".csv")]
    public void Read_MathFilesWithoutData_SaysWhichFiles(string task, string files)
    {
        var error = Should.Throw<SpecException>(() => SpecText.Read($$"""{ "task": { "name": "{{task}}" }, "agent": { "kind": "selection" }, "environment": "open-ended", "stop": { "iterations": 1 } }"""));

        error.Message.ShouldContain($"task.data: {task} is read from files");
        error.Message.ShouldContain(files);
    }
}
