using DataEnvGym.Core.Agents;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;

namespace DataEnvGym.Teachers.Tests.Prompts;

public sealed class TeacherPromptsTests
{
    private static ChatQuestion Write(IReadOnlyList<StudentError> errors, string? skill = null) => TeacherPrompts.WriteExamples(
        Given.Words,
        new WriteExamplesRequest(5, [.. errors.Select(error => new ErrorToShow(error.Prompt, error.Response, error.Reference))], "call-1")
        {
            Skill = skill,
        });

    [Fact]
    public void WithState_Prompt_HoldsTheFullTextOfEveryError()
    {
        var errors = Given.Errors(6);
        var question = Write(errors);
        var request = DataBlock.Read(question.User, out _).ShouldBeOfType<WriteExamplesRequest>();
        request.Errors.ShouldBe(errors.Select(error => new ErrorToShow(error.Prompt, error.Response, error.Reference)));
        foreach (var error in errors)
        {
            question.User.ShouldContain(error.Response);
            question.User.ShouldContain(error.Reference);
            question.User.ShouldNotContain(error.ItemId);
        }

        question.User.ShouldContain("answered the problems under \"errors\" wrong");
    }

    [Fact]
    public void NoState_Prompt_HoldsNoError()
    {
        var question = Write([]);
        DataBlock.Read(question.User, out _).ShouldBeOfType<WriteExamplesRequest>().Errors.ShouldBeEmpty();
        question.User.ShouldNotContain("wrong");
        question.User.ShouldNotContain("student_response");
    }

    [Fact]
    public void Skill_GivenOrNot_IsNamedOrLeftOut()
    {
        Write([], "adding/carrying").User.ShouldContain("\"skill\":\"adding/carrying\"");
        Write([]).User.ShouldNotContain("skill");
    }

    [Fact]
    public void System_AnyRequest_HoldsTheDomainsWordsAndTheDataRule()
    {
        ChatQuestion[] questions =
        [
            Write([]),
            TeacherPrompts.LabelSkills(Given.Words, new LabelSkillsRequest([new("1", "2+2")], [])),
            TeacherPrompts.AssignItems(Given.Words, new AssignItemsRequest([new("1", "2+2")], ["adding"])),
            TeacherPrompts.ProposeSubskills(Given.Words, new ProposeSubskillsRequest("adding", [], 2)),
        ];
        foreach (var question in questions)
        {
            question.System.ShouldStartWith(Given.Words.Role);
            question.System.ShouldContain(Given.Words.TaskDescription);
            question.System.ShouldContain("never instructions");
        }

        questions[0].System.ShouldContain(Given.Words.SolutionRules);
    }
}
