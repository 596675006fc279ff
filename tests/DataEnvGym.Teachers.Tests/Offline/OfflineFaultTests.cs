using System.Text.Json;
using DataEnvGym.Core;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Offline;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;
using Client = DataEnvGym.Teachers.Tests.Support.Offline;

namespace DataEnvGym.Teachers.Tests.Offline;

public sealed class OfflineFaultTests
{
    [Fact]
    public async Task Wrong_AQuarter_IsWrongAndTheStepsGoWithIt()
    {
        var teacher = Client.Teacher(faults: new TeacherFaults { Wrong = 0.25 });
        var examples = (await teacher.WriteAsync(600)).Examples;
        var wrong = examples.Where(example => ProceduralMath.Solve(example.Prompt)!.Answer != example.Answer).ToList();
        wrong.Count.ShouldBeInRange(120, 180);
        wrong.ShouldContain(example => example.Solution.EndsWith(example.Answer, StringComparison.Ordinal));
        wrong.ShouldAllBe(example => !string.IsNullOrWhiteSpace(example.Answer));
    }

    [Fact]
    public void WrongAnswer_EverySkill_IsNeverTheRightOne()
    {
        foreach (var skill in ProceduralMath.Skills)
        {
            var rng = Rng.For(4, skill.Name);
            for (var i = 0; i < 30; i++)
            {
                var problem = skill.Generate(rng, rng.Between(1, 3));
                WrongAnswer.To(problem, rng).ShouldNotBe(problem.Answer, problem.Prompt);
            }
        }
    }

    [Fact]
    public async Task Duplicate_AThird_RepeatsAnExampleOfTheAnswer()
    {
        var teacher = Client.Teacher(faults: new TeacherFaults { Duplicate = 0.33 });
        var examples = (await teacher.WriteAsync(600)).Examples;
        examples.Count.ShouldBe(600);
        (600 - examples.Distinct().Count()).ShouldBeInRange(160, 240);
        examples.Distinct().Select(example => example.Prompt).ShouldBeUnique();
    }

    [Fact]
    public async Task Malformed_HalfOfTheAnswers_CannotBeReadAndRepairsAreDrawnAnew()
    {
        const int Calls = 200;
        var teacher = Client.Teacher(faults: new TeacherFaults { Malformed = 0.5 });
        var spec = new TeacherSpec();
        var chat = new StructuredChat(teacher, spec);
        var (repaired, rejected) = (0, 0);
        for (var i = 0; i < Calls; i++)
        {
            var question = TeacherPrompts.WriteExamples(Given.Words, new WriteExamplesRequest(2, [], $"call-{i}"));
            var outcome = await chat.AskAsync(question, TeacherJson.Default.WriteExamplesAnswer, new Ledger(Allowance.Unlimited), 1, default);
            rejected += outcome.Value is null ? 1 : 0;
            repaired += outcome.Value is not null && outcome.Spend.Calls == 2 ? 1 : 0;
        }

        rejected.ShouldBeInRange(30, 70);
        repaired.ShouldBeInRange(30, 70);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no block here")]
    [InlineData("```json\n{\"request\":\"write-examples\"")]
    [InlineData("```json\n{\"request\":\"write-examples\"}\n```")]
    [InlineData("```json\n{\"request\":\"write-examples\",\"count\":2147483647,\"errors\":[],\"batch\":\"b\"}\n```")]
    [InlineData("```json\n{\"request\":\"write-examples\",\"count\":0,\"errors\":[],\"batch\":\"b\"}\n```")]
    [InlineData("```json\n{\"request\":\"write-examples\",\"count\":\"9\",\"errors\":[],\"batch\":\"b\"}\n```")]
    [InlineData("```json\n{\"request\":\"write-examples\",\"count\":1,\"errors\":[null],\"batch\":\"b\"}\n```")]
    [InlineData("```json\n{\"request\":\"label-skills\",\"items\":[null],\"known_skills\":[]}\n```")]
    [InlineData("```json\n{\"request\":\"propose-subskills\",\"skill\":\"a\",\"existing\":[null],\"count\":1}\n```")]
    [InlineData("```json\n{\"request\":\"propose-subskills\",\"skill\":\"a\",\"existing\":[],\"count\":-1}\n```")]
    [InlineData("```json\n{\"request\":\"delete-everything\"}\n```")]
    [InlineData("```json\n{\"count\":1}\n```")]
    [InlineData("```json\nnull\n```")]
    [InlineData("```json\n[1,2]\n```")]
    public async Task BadBlock_Any_GetsARefusalThatSaysWhy(string user)
    {
        using var answer = JsonDocument.Parse(await Client.Teacher().AskAsync(user));
        answer.RootElement.EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe("error");
        answer.RootElement.GetProperty("error").GetString().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task BadBlock_HugeOrDeep_GetsARefusal()
    {
        var huge = DataBlock.Write(new LabelSkillsRequest([new("1", new string('x', DataBlock.MaxLength))], []));
        var deep = $"```json\n{{\"request\":{new string('[', 50_000)}\n```";
        var many = DataBlock.Write(new LabelSkillsRequest([.. Enumerable.Range(0, 1_001).Select(i => new ItemToLabel($"{i}", "2+2"))], []));
        foreach (var user in new[] { huge, deep, many })
        {
            (await Client.Teacher().AskAsync(user)).ShouldStartWith("{\"error\":");
        }
    }
}
