using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Teachers.Estimates;

namespace DataEnvGym.EndToEnd.Tests.Teachers;

/// <summary>Estimates against what the server then sells.</summary>
public sealed class EstimateTests
{
    private static EpisodeSpec Spec(string address, EnvironmentKind environment) => Specs.Small with
    {
        Environment = environment,
        Teacher = new()
        {
            Kind = TeacherKinds.Compatible, Model = "test-model", Endpoint = address, ApiKeyVariable = "TEST_API_KEY", ExamplesPerCall = 4, MaxTokensPerCall = 1000,
            Price = new() { InputPerMillion = 0.7m, OutputPerMillion = 2.3m },
        },
    };

    private static Task<EpisodeEstimate> EstimateAsync(EpisodeSpec spec) => EpisodeEstimator.EstimateAsync(spec, TaskCatalog.Open(spec.Task), CancellationToken.None);

    [Theory]
    [InlineData(EnvironmentKind.SkillList, PolicyKind.ErrorProportional)]
    [InlineData(EnvironmentKind.SkillList, PolicyKind.Teacher)]
    [InlineData(EnvironmentKind.SkillTree, PolicyKind.ErrorProportional)]
    [InlineData(EnvironmentKind.OpenEnded, PolicyKind.ErrorProportional)]
    public async Task Estimate_OfARun_IsNearWhatItCostsAndNeverBelow(EnvironmentKind environment, PolicyKind policy)
    {
        await using var server = await ModelServer.StartAsync();
        var spec = Spec(server.Address, environment);
        spec = spec with { Agent = spec.Agent with { Policy = spec.Agent.Policy with { Name = policy } } };
        using var gym = new Gym(spec);

        var estimate = await EstimateAsync(spec);
        var report = await gym.RunAsync();

        (estimate.Iterations, estimate.Examples).ShouldBe((2, 96));
        ShouldCover(estimate.Worst, report.Spend);
        estimate.Roles.Select(role => Words.Of(role.Role)).ShouldBe(report.SpendBy!.Role.Select(row => row.Name), ignoreOrder: true);
        SumOf(report.SpendBy.Role).ShouldBe((report.Spend.Calls, report.Spend.Tokens, report.Spend.Money));
        foreach (var role in estimate.Roles)
        {
            ShouldCover(role.Worst, report.SpendBy.Role.Single(row => row.Name == Words.Of(role.Role)).Spend);
        }

        // The server breaks three answers in ten, so that a run costs more than usual; the estimate must still tell its order of magnitude.
        ((double)report.Spend.Money / (double)estimate.Expected.Money).ShouldBeInRange(0.5, 2.5);
        ((double)report.Spend.Calls / estimate.Expected.Calls).ShouldBeInRange(0.5, 2.5);
        server.Sales.Count.ShouldBe(report.Spend.Calls);
    }

    private static (int Calls, long Tokens, decimal Money) SumOf(IReadOnlyList<ReportSpendRow> rows) =>
        (rows.Sum(row => row.Spend.Calls), rows.Sum(row => row.Spend.Tokens), rows.Sum(row => row.Spend.Money));

    private static void ShouldCover(ReportSpend worst, ReportSpend spent)
    {
        worst.Calls.ShouldBeGreaterThanOrEqualTo(spent.Calls);
        worst.InputTokens.ShouldBeGreaterThanOrEqualTo(spent.InputTokens);
        worst.OutputTokens.ShouldBeGreaterThanOrEqualTo(spent.OutputTokens);
        worst.Money.ShouldBeGreaterThanOrEqualTo(spent.Money);
    }

    [Fact]
    public async Task Estimate_CapThatIsTooSmall_SaysInWhichIterationItBinds()
    {
        var spec = Spec("http://localhost:1/v1", EnvironmentKind.SkillList) with { Stop = new() { Iterations = 50, Money = 0.1m } };
        var free = await EstimateAsync(spec with { Stop = new() { Iterations = 50 } });

        var estimate = await EstimateAsync(spec);

        free.Caps.ShouldBeEmpty();
        free.Expected.Money.ShouldBeGreaterThan(0.1m);
        var cap = estimate.Caps.ShouldHaveSingleItem();
        (cap.Field, cap.Limit).ShouldBe(("stop.money", 0.1m));
        cap.ExpectedIteration.ShouldNotBeNull().ShouldBeInRange(1, 50);
        cap.WorstIteration.ShouldNotBeNull().ShouldBeLessThan(cap.ExpectedIteration!.Value);
        estimate.Expected.Money.ShouldBe(0.1m, 0.0001m);
        estimate.Worst.Money.ShouldBe(0.1m, 0.0001m);
    }

    [Fact]
    public async Task Estimate_RolesWithTeachersOfTheirOwn_ArePricedApart()
    {
        var spec = Spec("http://localhost:1/v1", EnvironmentKind.SkillList);
        spec = spec with { Teachers = new() { Labeller = spec.Teacher with { Model = "cheap", Price = new() { InputPerMillion = 0.07m, OutputPerMillion = 0.23m } } } };
        var same = (await EstimateAsync(spec with { Teachers = null })).Roles;
        var apart = (await EstimateAsync(spec)).Roles;
        apart.Select(role => (role.Role, role.Teacher)).ShouldBe([(TeacherRole.Labeller, "openai-compatible/cheap"), (TeacherRole.Writer, "openai-compatible/test-model")]);
        apart[0].Expected.Money.ShouldBe(same[0].Expected.Money / 10, 0.000001m);
        apart[1].ShouldBe(same[1]);
    }

    [Fact]
    public async Task Estimate_OfflineTeacherAndNoTeacher_AreFree()
    {
        (await EstimateAsync(Specs.Small)).Roles.ShouldAllBe(role => role.IsFree && role.Expected.Money == 0 && role.Expected.Calls > 0);
        (await EstimateAsync(Specs.Small.With(AgentKind.Selection, EnvironmentKind.OpenEnded))).Roles.ShouldBeEmpty();
    }
}
