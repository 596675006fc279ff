using System.Text.Json.Nodes;

namespace DataEnvGym.Infrastructure.Tests;

public sealed class FunctionAppTests
{
    const string Config = "Microsoft.Web/sites/config";

    [SkippableTheory]
    [MemberData(nameof(Deployment.All), MemberType = typeof(Deployment))]
    public void App_Plan_IsFlexConsumptionWithOneInstanceReady(string file)
    {
        var deployment = Deployment.Of(file);
        deployment.Single("Microsoft.Web/serverfarms").At<string>("sku/name").ShouldBe("FC1");

        var app = deployment.Single("Microsoft.Web/sites");
        app.At<bool>("properties/httpsOnly").ShouldBeTrue();
        var config = app.At("properties/functionAppConfig");
        config.At<string>("runtime/name").ShouldBe("dotnet-isolated");
        config.At<string>("runtime/version").ShouldBe("10.0");
        config.At<string>("scaleAndConcurrency/alwaysReady/0/name").ShouldBe("durable");
        config.At<int>("scaleAndConcurrency/alwaysReady/0/instanceCount").ShouldBe(1);
        config.At<string>("deployment/storage/authentication/type").ShouldBe("UserAssignedIdentity");
        config.At<string>("deployment/storage/value").ShouldContain("deployments");
    }

    [SkippableTheory]
    [MemberData(nameof(Deployment.All), MemberType = typeof(Deployment))]
    public void App_Settings_AreThoseThatTheProgramKnows(string file) => Settings(Deployment.Of(file)).Select(s => s.Key).ShouldBe(
    [
        "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        "Storage__AccountName", "Storage__ClientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "TASKHUB_NAME", "DTS_CONNECTION_STRING",
        "Jobs__Platform", "Jobs__ContainerApps__SubscriptionId", "Jobs__ContainerApps__ResourceGroup", "Jobs__ContainerApps__JobName",
        "Auth__RequireRoles", "Limits__TeacherEndpoints", "Data__Folder",
    ], ignoreOrder: true);

    [SkippableFact]
    public void App_BackendIsStorage_NeedsNoScheduler()
    {
        var settings = Settings(Deployment.StorageBackend);
        settings.At<string>("DTS_CONNECTION_STRING").ShouldBeEmpty();
        Deployment.StorageBackend.Output("DurableBackend").ShouldBe("storage");
        Deployment.StorageBackend.OfType("Microsoft.DurableTask/schedulers").ShouldBeEmpty();
    }

    [SkippableFact]
    public void App_BackendIsScheduler_SignsInWithItsIdentity()
    {
        var settings = Settings(Deployment.Everything);
        settings.At<string>("DTS_CONNECTION_STRING").ShouldContain("Authentication=ManagedIdentity");
        Deployment.Everything.Output("DurableBackend").ShouldBe("scheduler");
        Deployment.Everything.Names("Microsoft.DurableTask/schedulers/taskHubs").ShouldBe([settings.At<string>("TASKHUB_NAME")]);
    }

    [SkippableTheory]
    [MemberData(nameof(Deployment.All), MemberType = typeof(Deployment))]
    public void App_Jobs_AreThoseThatAreDeployed(string file)
    {
        var deployment = Deployment.Of(file);
        var job = deployment.Single("Microsoft.App/jobs");
        Settings(deployment).At<string>("Jobs__ContainerApps__JobName").ShouldBe((string)job["name"]!);
        Settings(deployment).At<string>("Jobs__Platform")
            .ShouldBe(job.At<string>("properties/configuration/triggerType") == "Event" ? "queue" : "container-apps");
    }

    [SkippableFact]
    public void App_SignInOn_RefusesStrangersAndChecksRoles()
    {
        var auth = Deployment.Everything.Single(Config, "/authsettingsV2");
        auth.At<bool>("properties/platform/enabled").ShouldBeTrue();
        auth.At<bool>("properties/globalValidation/requireAuthentication").ShouldBeTrue();
        auth.At<string>("properties/globalValidation/unauthenticatedClientAction").ShouldBe("Return401");
        auth.At<bool>("properties/identityProviders/azureActiveDirectory/enabled").ShouldBeTrue();
        Settings(Deployment.Everything).At<string>("Auth__RequireRoles").ShouldBe("true");
        Settings(Deployment.StorageBackend).At<string>("Auth__RequireRoles").ShouldBe("false");
    }

    [SkippableTheory]
    [MemberData(nameof(Deployment.All), MemberType = typeof(Deployment))]
    public void App_Publishing_TakesNoPassword(string file)
    {
        var policies = Deployment.Of(file).OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies");
        policies.Count.ShouldBe(2);
        policies.ShouldAllBe(p => !p.At<bool>("properties/allow"));
    }

    static JsonObject Settings(Deployment deployment) => deployment.Single(Config, "/appsettings")["properties"]!.AsObject();
}
