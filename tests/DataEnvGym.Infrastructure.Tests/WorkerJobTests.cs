namespace DataEnvGym.Infrastructure.Tests;

public sealed class WorkerJobTests
{
    const string Job = "Microsoft.App/jobs";

    [SkippableTheory]
    [MemberData(nameof(Deployment.All), MemberType = typeof(Deployment))]
    public void Job_Execution_IsTriedOnceAndBounded(string file)
    {
        var job = Deployment.Of(file).Single(Job);
        job.At<int>("properties/configuration/replicaRetryLimit").ShouldBe(0);
        job.At<int>("properties/configuration/replicaTimeout").ShouldBeInRange(300, 86400);
    }

    [SkippableTheory]
    [MemberData(nameof(Deployment.All), MemberType = typeof(Deployment))]
    public void Job_Identity_PullsAndScales(string file)
    {
        var job = Deployment.Of(file).Single(Job);
        var identity = job.At("identity/userAssignedIdentities")!.AsObject().ShouldHaveSingleItem().Key;
        identity.ShouldContain("/id-worker-");
        job.At<string>("identity/type").ShouldBe("UserAssigned");
        job.At<string>("properties/configuration/registries/0/identity").ShouldBe(identity);
        Json.Strings(job).ShouldNotContain("secrets");
    }

    [SkippableFact]
    public void Job_StartedByQueue_ScalesOnTheJobQueue()
    {
        var job = Deployment.Everything.Single(Job);
        job.At<string>("properties/configuration/triggerType").ShouldBe("Event");
        var rule = job.At("properties/configuration/eventTriggerConfig/scale/rules")!.AsArray().ShouldHaveSingleItem();
        rule.At<string>("type").ShouldBe("azure-queue");
        rule.At<string>("identity").ShouldContain("/id-worker-");
        rule.At<string>("metadata/queueName").ShouldBe("student-jobs");
        rule.At<string>("metadata/queueLength").ShouldBe("1");
        rule.At<string>("metadata/accountName").ShouldBe((string)Deployment.Everything.Single("Microsoft.Storage/storageAccounts")["name"]!);
    }

    [SkippableFact]
    public void Job_StartedByTheApp_HasAManualTrigger()
    {
        var job = Deployment.StorageBackend.Single(Job);
        job.At<string>("properties/configuration/triggerType").ShouldBe("Manual");
        job.At("properties/configuration/eventTriggerConfig").ShouldBeNull();
        ((string)job["name"]!).ShouldNotBe((string)Deployment.Everything.Single(Job)["name"]!);
    }

    [SkippableTheory]
    [InlineData("bicep/parameters/dev.bicepparam", "Consumption", "Consumption", "cpu")]
    [InlineData("bicep/parameters/prod.bicepparam", "gpu", "Consumption-GPU-NC24-A100", "cuda")]
    [InlineData("tests/DataEnvGym.Infrastructure.Tests/Parameters/everything.bicepparam", "gpu", "Consumption-GPU-NC8as-T4", "cuda")]
    public void Job_Gpu_DecidesProfileAndDevice(string file, string profile, string profileType, string device)
    {
        var deployment = Deployment.Of(file);
        var job = deployment.Single(Job);
        job.At<string>("properties/workloadProfileName").ShouldBe(profile);
        deployment.Single("Microsoft.App/managedEnvironments").At("properties/workloadProfiles")!.AsArray()
            .Single(p => p.At<string>("name") == profile).At<string>("workloadProfileType").ShouldBe(profileType);
        Environment(job)["Worker__Device"].ShouldBe(device);
    }

    [SkippableTheory]
    [MemberData(nameof(Deployment.All), MemberType = typeof(Deployment))]
    public void Job_Settings_AreThoseThatTheWorkerKnows(string file)
    {
        var environment = Environment(Deployment.Of(file).Single(Job));
        environment.Keys.ShouldBe(["Storage__AccountName", "Storage__ClientId", "Worker__Device", "Worker__HealthPort", "Worker__IdleSeconds"], ignoreOrder: true);
        environment["Worker__HealthPort"].ShouldBe("8080");
    }

    static Dictionary<string, string> Environment(System.Text.Json.Nodes.JsonObject job) =>
        job.At("properties/template/containers/0/env")!.AsArray().ToDictionary(v => v.At<string>("name"), v => v.At<string>("value"));
}
