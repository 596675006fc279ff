using System.Text.Json.Nodes;

namespace DataEnvGym.Infrastructure.Tests;

public sealed class AccessTests
{
    const string Assignment = "Microsoft.Authorization/roleAssignments";

    [SkippableTheory]
    [MemberData(nameof(Deployment.All), MemberType = typeof(Deployment))]
    public void Assignment_Role_IsListedOrMadeHere(string file)
    {
        var deployment = Deployment.Of(file);
        var known = RoleList.ByName.Values.Concat(deployment.Names("Microsoft.Authorization/roleDefinitions")).ToList();
        deployment.OfType(Assignment).ShouldNotBeEmpty();
        deployment.OfType(Assignment).ShouldAllBe(a => known.Contains(RoleId(a)));
        deployment.OfType(Assignment).ShouldAllBe(a => a.At<string>("properties/principalType") == "ServicePrincipal");
    }

    [SkippableFact]
    public void Roles_Listed_AreAllAssignedSomewhere()
    {
        var assigned = Deployment.Files.SelectMany(file => Deployment.Of(file).OfType(Assignment)).Select(RoleId);
        RoleList.ByName.Values.Except(assigned).ShouldBeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(Deployment.All), MemberType = typeof(Deployment))]
    public void Worker_Assignments_AreWhatAJobNeeds(string file)
    {
        Of(file, "id-worker-").ShouldBe(
        [
            "containers/artifacts: storageBlobDataContributor",
            "containers/jobs: storageBlobDataContributor",
            "queues/student-jobs: storageQueueDataContributor",
            "queues/student-jobs-poison: storageQueueDataMessageSender",
            "queues/student-results: storageQueueDataMessageSender",
            "registries/cr: acrPull",
        ], ignoreOrder: true);
    }

    [SkippableFact]
    public void FunctionApp_Assignments_AreWhatItUses()
    {
        const string Tests = "tests/DataEnvGym.Infrastructure.Tests/Parameters/";
        string[] always =
        [
            "components/appi-: monitoringMetricsPublisher",
            "storageAccounts/st: storageBlobDataOwner",
            "storageAccounts/st: storageQueueDataContributor",
            "storageAccounts/st: storageTableDataContributor",
        ];
        Of(Tests + "storage-backend.bicepparam", "id-functions-").ShouldBe([.. always, "jobs/caj-manual-: custom"], ignoreOrder: true);
        Of(Tests + "everything.bicepparam", "id-functions-").ShouldBe(
        [
            .. always,
            "taskHubs/dataenvgym: durableTaskDataContributor",
            "sessionPools/sp: azureContainerAppsSessionExecutor",
            "accounts/oai-: cognitiveServicesOpenAIUser",
        ], ignoreOrder: true);
    }

    [SkippableFact]
    public void JobOperator_Actions_StartWatchAndStop()
    {
        var role = Deployment.StorageBackend.Single("Microsoft.Authorization/roleDefinitions");
        Json.Strings(role.At("properties/permissions/0/actions")).ShouldBe(
        [
            "Microsoft.App/jobs/read",
            "Microsoft.App/jobs/start/action",
            "Microsoft.App/jobs/stop/action",
            "Microsoft.App/jobs/stop/execution/action",
            "Microsoft.App/jobs/execution/read",
            "Microsoft.App/jobs/executions/read",
        ], ignoreOrder: true);
        Json.Strings(role.At("properties/assignableScopes")).ShouldHaveSingleItem().ShouldEndWith("/resourceGroups/rg-storage-backend");
        Deployment.Everything.OfType("Microsoft.Authorization/roleDefinitions").ShouldBeEmpty();
    }

    static string RoleId(JsonObject assignment) => assignment.At<string>("properties/roleDefinitionId").Split('/')[^1];

    /// <summary>The assignments of an identity as "type/name: role", without the part of a name that makes it unique.</summary>
    static IEnumerable<string> Of(string file, string identity)
    {
        var roles = RoleList.ByName.ToDictionary(p => p.Value, p => p.Key);
        foreach (var assignment in Deployment.Of(file).OfType(Assignment).Where(a => a.At<string>("properties/principalId").Contains(identity)))
        {
            var scope = assignment.At<string>("id").Split("/providers/Microsoft.Authorization/")[0].Split('/');
            var name = scope[^1].Length > 13 && scope[^2] is not ("queues" or "containers") ? scope[^1][..^13] : scope[^1];
            yield return $"{scope[^2]}/{name}: {roles.GetValueOrDefault(RoleId(assignment), "custom")}";
        }
    }
}
