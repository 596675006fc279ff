using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Tests.Support;
using FsCheck.Xunit;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Tests.Chat;

public sealed class BudgetTests
{
    private const string OneExample = """{"examples":[{"prompt":"1+1","solution":"1+1=2","answer":"2"}],"exhausted":false}""";

    private static readonly TeacherSpec Spec = new()
    {
        ExamplesPerCall = 1, MaxTokensPerCall = 200, Price = new() { InputPerMillion = 3, OutputPerMillion = 15 },
    };

    private static readonly OrderContext[] Orders = [Given.Order("order-01", 4), Given.Order("order-02", 5, "adding")];

    // Every second answer is malformed, so that repairs are under the same limit. The costs vary from call to call.
    private static FakeChat Chat(List<Spend> costs) => new((_, call) => call % 2 == 0 ? "broken" : OneExample)
    {
        Usage = (messages, _) =>
        {
            var usage = new TokenUsage(TokenEstimate.AtMost(messages) - (costs.Count % 3), 200 - (costs.Count % 5 * 30));
            costs.Add(new Spend(1, usage.Input, usage.Output, Spec.Price.Of(usage.Input, usage.Output)));
            return usage;
        },
    };

    private static async Task<(DataEngineResult Result, List<Spend> Costs, List<ChatHistory> Asked)> RunAsync(Allowance allowance)
    {
        var costs = new List<Spend>();
        var chat = Chat(costs);
        var engine = new TeacherDataEngine(new StructuredChat(chat, Spec), Spec);
        var result = await engine.WriteAsync(Given.Request(Orders) with { Allowance = allowance }, null, default);
        return (result, costs, chat.Asked);
    }

    [Property(MaxTest = 150)]
    public async Task TokenAllowance_Any_IsNeverPassedAndUsedAsFarAsItGoes(ushort tokens)
    {
        var unlimited = await RunAsync(Allowance.Unlimited);
        var (result, costs, asked) = await RunAsync(new Allowance(tokens, null));
        result.Spend.Tokens.ShouldBe(costs.Sum(cost => cost.Tokens));
        result.Spend.Tokens.ShouldBeLessThanOrEqualTo(tokens);
        result.AllowanceReached.ShouldBe(asked.Count < unlimited.Asked.Count);
        if (result.AllowanceReached)
        {
            var next = TokenEstimate.AtMost(unlimited.Asked[asked.Count]) + Spec.MaxTokensPerCall;
            (result.Spend.Tokens + next).ShouldBeGreaterThan(tokens);
        }
    }

    [Property(MaxTest = 50)]
    public async Task MoneyAllowance_Any_IsNeverPassedAndUsedAsFarAsItGoes(ushort millicents)
    {
        var money = millicents / 100_000m;
        var unlimited = await RunAsync(Allowance.Unlimited);
        var (result, costs, asked) = await RunAsync(new Allowance(null, money));
        result.Spend.Money.ShouldBe(costs.Sum(cost => cost.Money));
        result.Spend.Money.ShouldBeLessThanOrEqualTo(money);
        result.AllowanceReached.ShouldBe(asked.Count < unlimited.Asked.Count);
        if (result.AllowanceReached)
        {
            var next = Spec.Price.Of(TokenEstimate.AtMost(unlimited.Asked[asked.Count]), Spec.MaxTokensPerCall);
            (result.Spend.Money + next).ShouldBeGreaterThan(money);
        }
    }

    [Fact]
    public async Task Allowance_ExactlyTheWorstCase_IsEnoughForTheCall()
    {
        var first = (await RunAsync(Allowance.Unlimited)).Asked[0];
        var worst = TokenEstimate.AtMost(first) + Spec.MaxTokensPerCall;
        (await RunAsync(new Allowance(worst, null))).Asked.Count.ShouldBe(1);
        (await RunAsync(new Allowance(worst - 1, null))).Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Allowance_EndsBeforeTheRepair_KeepsTheRejectedAnswer()
    {
        var first = (await RunAsync(Allowance.Unlimited)).Asked[0];
        var (result, _, _) = await RunAsync(new Allowance(TokenEstimate.AtMost(first) + Spec.MaxTokensPerCall, null));
        result.AllowanceReached.ShouldBeTrue();
        result.Malformed.ShouldBe(1);
        result.Drafts.ShouldBeEmpty();
        result.Spend.Calls.ShouldBe(1);
    }
}
