using System.Net;
using System.Text.Json;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Tests.Chat;

public sealed class StructuredChatTests
{
    private const string Good = """{"subskills":["carrying"]}""";

    private static readonly TeacherSpec Spec = new()
    {
        MaxTokensPerCall = 100, Temperature = 0.5, Price = new() { InputPerMillion = 2, OutputPerMillion = 10 },
    };

    private static Task<ChatOutcome<ProposeSubskillsAnswer>> AskAsync(IChatCompletionService service, Ledger? ledger = null, ulong seed = 3) =>
        new StructuredChat(service, Spec).AskAsync(
            new ChatQuestion("Rules.", "Request."), TeacherJson.Default.ProposeSubskillsAnswer, ledger ?? new Ledger(Allowance.Unlimited), seed, default);

    [Theory]
    [InlineData(Good)]
    [InlineData("```json\n" + Good + "\n```")]
    [InlineData("  \n" + Good + "\n ")]
    public async Task Ask_GoodAnswer_IsReadInOneCall(string text)
    {
        var chat = new FakeChat(text);
        var outcome = await AskAsync(chat);
        outcome.Value.ShouldNotBeNull().Subskills.ShouldBe(["carrying"]);
        outcome.Rejection.ShouldBeNull();
        outcome.AllowanceReached.ShouldBeFalse();
        chat.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{}""")]
    [InlineData("""{"subskills":null}""")]
    [InlineData("""{"subskills":[null]}""")]
    [InlineData("""{"subskills":[" "]}""")]
    [InlineData("""{"subskills":[],"more":1}""")]
    [InlineData("""{"subskills":[],"subskills":[]}""")]
    [InlineData("""{"Subskills":[]}""")]
    [InlineData("""{"subskills":[]} {"subskills":[]}""")]
    [InlineData("""{"subskills":["a"]""")]
    [InlineData("Here: ```json\n{\"subskills\":[]}\n```")]
    public async Task Ask_BadAnswerTwice_IsRepairedOnceThenRejectedWithItsText(string text)
    {
        var chat = new FakeChat("first: not JSON", text);
        var outcome = await AskAsync(chat);
        outcome.Value.ShouldBeNull();
        outcome.Rejection.ShouldNotBeNull().Raw.ShouldBe(text);
        outcome.Rejection.Problem.ShouldNotBeNullOrWhiteSpace();
        outcome.Spend.ShouldBe(new Spend(2, 20, 10, 0.00014m));
        chat.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Ask_BadAnswer_RepairShowsTheAnswerAndWhatIsWrong()
    {
        var chat = new FakeChat("""{"subskills":["a"],"extra":1}""", Good);
        var outcome = await AskAsync(chat);
        outcome.Value.ShouldNotBeNull();
        outcome.Rejection.ShouldBeNull();
        var repair = chat.Asked[1];
        repair.Select(message => message.Role).ShouldBe([AuthorRole.System, AuthorRole.User, AuthorRole.Assistant, AuthorRole.User]);
        repair[2].Content.ShouldBe("""{"subskills":["a"],"extra":1}""");
        repair[3].Content.ShouldNotBeNull().ShouldContain("extra");
        outcome.PromptHash.ShouldBe(PromptHash.Of(repair));
    }

    [Fact]
    public async Task Ask_EndlessAnswer_KeepsABoundedPartOfIt()
    {
        var outcome = await AskAsync(new FakeChat(new string('x', 2_000_000)));
        outcome.Rejection.ShouldNotBeNull().Raw.Length.ShouldBe(Rejection.MaxRawLength);
    }

    [Fact]
    public async Task Ask_AnswerCutAtTheLimit_SaysSo()
    {
        var chat = new FakeChat("""{"subskills":["a",""") { Usage = (_, _) => new TokenUsage(10, 100) };
        var outcome = await AskAsync(chat);
        outcome.Rejection.ShouldNotBeNull().Problem.ShouldBe("The answer was cut off after 100 tokens.");
    }

    [Fact]
    public async Task Ask_MoreTokensThanAllowed_IsAnError()
    {
        var ledger = new Ledger(Allowance.Unlimited);
        var chat = new FakeChat(Good) { Usage = (_, _) => new TokenUsage(10, 101) };
        var error = await Should.ThrowAsync<TeacherException>(() => AskAsync(chat, ledger));
        error.Message.ShouldStartWith("Teacher fake/1 wrote 101 tokens although max_tokens was 100");
        ledger.Spent.OutputTokens.ShouldBe(101);
    }

    [Fact]
    public async Task Ask_ServiceFails_TheFaultComesThroughAndNothingIsSpent()
    {
        var ledger = new Ledger(Allowance.Unlimited);
        var chat = new FakeChat((_, _) => throw new HttpOperationException(HttpStatusCode.TooManyRequests, null, "slow down", null));
        var error = await Should.ThrowAsync<HttpOperationException>(() => AskAsync(chat, ledger));
        error.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        ledger.Spent.ShouldBe(default);
    }

    [Fact]
    public async Task Ask_Always_StatesSchemaAndSettings()
    {
        var chat = new FakeChat(Good);
        await AskAsync(chat, seed: ulong.MaxValue);
        var data = chat.Settings.ShouldHaveSingleItem().ExtensionData.ShouldNotBeNull();
        data["max_tokens"].ShouldBe(100);
        data["temperature"].ShouldBe(0.5);
        data["seed"].ShouldBe(long.MaxValue);
        var schema = data["response_format"].ShouldBeOfType<JsonElement>().GetProperty("json_schema").GetProperty("schema");
        schema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
        schema.GetProperty("required")[0].GetString().ShouldBe("subskills");
        chat.Asked[0][0].Content.ShouldNotBeNull().ShouldContain(schema.GetRawText());
        chat.Asked[0][0].Content.ShouldNotBeNull().ShouldStartWith("Rules.");
        chat.Asked[0][1].Content.ShouldBe("Request.");
    }

    [Fact]
    public async Task Ask_AnotherSeed_IsAnotherRequestOfTheSamePrompt()
    {
        var a = await AskAsync(new FakeChat(Good), seed: 1);
        var again = await AskAsync(new FakeChat(Good), seed: 1);
        var b = await AskAsync(new FakeChat(Good), seed: 2);
        again.Request.ShouldBe(a.Request);
        b.PromptHash.ShouldBe(a.PromptHash);
        b.Request.ShouldNotBe(a.Request);
        a.PromptHash.Length.ShouldBe(64);
    }
}
