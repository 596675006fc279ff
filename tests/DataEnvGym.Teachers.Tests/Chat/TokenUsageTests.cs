using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.Extensions.AI;

namespace DataEnvGym.Teachers.Tests.Chat;

public sealed class TokenUsageTests
{
    private const string Answer = """{"subskills":[]}""";

    private static async Task<(Spend Spend, FakeChat Chat)> AskAsync(object? usage, int maxTokens)
    {
        var chat = new FakeChat(Answer) { Usage = (_, _) => usage };
        var ledger = new Ledger(Allowance.Unlimited);
        await new StructuredChat(chat, new TeacherSpec { MaxTokensPerCall = maxTokens }).AskAsync(
            new ChatQuestion("System", "User"), TeacherJson.Default.ProposeSubskillsAnswer, ledger, 1, default);
        return (ledger.Spent, chat);
    }

    [Fact]
    public async Task Usage_OfMicrosoftExtensionsAI_IsRead()
    {
        var (spend, _) = await AskAsync(new UsageDetails { InputTokenCount = 12, OutputTokenCount = 4 }, 100);
        spend.ShouldBe(new Spend(1, 12, 4, 0));
    }

    public static TheoryData<object?> Unusable => new(null, "many", new UsageDetails { InputTokenCount = 12 }, new TokenUsage(-1, 3));

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task Usage_NotReported_IsTakenAtItsMost(object? usage)
    {
        var (spend, chat) = await AskAsync(usage, 100);
        spend.ShouldBe(new Spend(1, TokenEstimate.AtMost(chat.Asked[0]), Answer.Length, 0));
        var (limited, _) = await AskAsync(usage, 6);
        limited.OutputTokens.ShouldBe(6);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("abcd", 1)]
    [InlineData("abcde", 2)]
    public void Typical_Text_IsAQuarterOfItsCharactersRoundedUp(string text, int tokens)
    {
        TokenEstimate.Typical(text).ShouldBe(tokens);
        TokenEstimate.Typical(TokenEstimate.Cut(text + "12345678", tokens)).ShouldBeLessThanOrEqualTo(tokens);
    }

    [Fact]
    public void AtMost_Text_IsItsBytes() => TokenEstimate.AtMost("aé€").ShouldBe(6);
}
