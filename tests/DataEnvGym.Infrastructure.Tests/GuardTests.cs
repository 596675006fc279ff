namespace DataEnvGym.Infrastructure.Tests;

/// <summary>What bounds the bill, tells people and keeps keys out.</summary>
public sealed class GuardTests
{
    [SkippableTheory]
    [MemberData(nameof(Deployment.All), MemberType = typeof(Deployment))]
    public void Alerts_Every_TellPeople(string file)
    {
        var deployment = Deployment.Of(file);
        var group = deployment.Single("Microsoft.Insights/actionGroups").At<string>("id");
        var metrics = deployment.OfType("Microsoft.Insights/metricAlerts");
        var queries = deployment.OfType("Microsoft.Insights/scheduledQueryRules");

        metrics.Select(a => a.At<string>("properties/criteria/allOf/0/metricName")).ShouldBe(["Executions", "requests/failed"], ignoreOrder: true);
        metrics.ShouldAllBe(a => a.At<string>("properties/actions/0/actionGroupId") == group);
        queries.Select(a => a.At<string>("properties/displayName")).ShouldBe(["poisoned-jobs", "waiting-jobs"], ignoreOrder: true);
        queries.ShouldAllBe(a => a.At<string>("properties/actions/actionGroups/0") == group);
    }

    [SkippableFact]
    public void QueueAlerts_Queries_NameTheQueuesAndTheAccount()
    {
        var deployment = Deployment.Everything;
        var account = (string)deployment.Single("Microsoft.Storage/storageAccounts")["name"]!;
        foreach (var rule in deployment.OfType("Microsoft.Insights/scheduledQueryRules"))
        {
            var query = rule.At<string>("properties/criteria/allOf/0/query");
            query.ShouldContain($"AccountName == '{account}'");
            query.ShouldContain("'student-jobs-poison'");
            query.ShouldNotContain("{");
        }

        deployment.Single("Microsoft.Insights/diagnosticSettings", "queue-writes").At<string>("properties/logs/0/category").ShouldBe("StorageWrite");
    }

    [SkippableTheory]
    [InlineData("bicep/parameters/dev.bicepparam")]
    [InlineData("bicep/parameters/prod.bicepparam")]
    public void Budget_OfShippedParameters_WarnsBeforeItIsSpent(string file)
    {
        var budget = Deployment.Of(file).Single("Microsoft.Consumption/budgets");
        budget.At<int>("properties/amount").ShouldBePositive();
        budget.At<int>("properties/notifications/half/threshold").ShouldBe(50);
        budget.At<string>("properties/notifications/forecast/thresholdType").ShouldBe("Forecasted");
    }

    [SkippableFact]
    public void Services_Keys_AreOff()
    {
        var deployment = Deployment.Everything;
        deployment.Single("Microsoft.CognitiveServices/accounts").At<bool>("properties/disableLocalAuth").ShouldBeTrue();
        deployment.Single("Microsoft.Insights/components").At<bool>("properties/DisableLocalAuth").ShouldBeTrue();
        deployment.Single("Microsoft.OperationalInsights/workspaces").At<bool>("properties/features/disableLocalAuth").ShouldBeTrue();
        deployment.Single("Microsoft.ContainerRegistry/registries").At<bool>("properties/adminUserEnabled").ShouldBeFalse();
    }

    [SkippableFact]
    public void SessionPool_Network_IsOff() =>
        Deployment.Everything.Single("Microsoft.App/sessionPools").At<string>("properties/sessionNetworkConfiguration/status").ShouldBe("EgressDisabled");

    [SkippableFact]
    public void Extras_NotAskedFor_AreNotDeployed()
    {
        var deployment = Deployment.StorageBackend;
        deployment.OfType("Microsoft.App/sessionPools").ShouldBeEmpty();
        deployment.OfType("Microsoft.CognitiveServices/accounts").ShouldBeEmpty();
        deployment.OfType("Microsoft.Consumption/budgets").ShouldBeEmpty();
    }

    [SkippableFact]
    public void Resources_Tags_NameTheEnvironment()
    {
        var untagged = Deployment.Everything.Resources.Where(r => r["location"] is not null && r.At("tags/azd-env-name") is null);
        untagged.Select(r => (string)r["type"]!).ShouldBeEmpty();
        Deployment.Everything.Single("Microsoft.Web/sites").At<string>("tags/team").ShouldBe("research");
    }
}
