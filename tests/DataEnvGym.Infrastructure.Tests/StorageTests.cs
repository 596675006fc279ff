namespace DataEnvGym.Infrastructure.Tests;

public sealed class StorageTests
{
    const string Account = "Microsoft.Storage/storageAccounts";

    [SkippableTheory]
    [MemberData(nameof(Deployment.All), MemberType = typeof(Deployment))]
    public void Account_Every_TakesIdentitiesOnly(string file)
    {
        var account = Deployment.Of(file).Single(Account);
        account.At<bool>("properties/allowSharedKeyAccess").ShouldBeFalse();
        account.At<bool>("properties/allowBlobPublicAccess").ShouldBeFalse();
        account.At<bool>("properties/supportsHttpsTrafficOnly").ShouldBeTrue();
        account.At<string>("properties/minimumTlsVersion").ShouldBe("TLS1_2");
    }

    [SkippableTheory]
    [MemberData(nameof(Deployment.All), MemberType = typeof(Deployment))]
    public void ContainersAndQueues_Names_AreThoseThatTheProgramsKnow(string file)
    {
        var deployment = Deployment.Of(file);
        deployment.Names($"{Account}/blobServices/containers").ShouldBe(["artifacts", "jobs", "control", "deployments"], ignoreOrder: true);
        deployment.Names($"{Account}/queueServices/queues").ShouldBe(["student-jobs", "student-jobs-poison", "student-results"], ignoreOrder: true);
        deployment.OfType($"{Account}/blobServices/containers").ShouldAllBe(c => c.At<string>("properties/publicAccess") == "None");
    }

    [SkippableTheory]
    [MemberData(nameof(Deployment.All), MemberType = typeof(Deployment))]
    public void Lifecycle_Rules_DeleteJobsAndLargeMessagesAndNothingElse(string file)
    {
        var rules = Deployment.Of(file).Single($"{Account}/managementPolicies").At("properties/policy/rules")!.AsArray();
        rules.ShouldAllBe(r => r.At<int>("definition/actions/baseBlob/delete/daysAfterModificationGreaterThan") >= 7);
        rules.SelectMany(r => Json.Strings(r.At("definition/filters/prefixMatch")))
            .ShouldBe(["jobs/", "dataenvgym-largemessages/", "durabletask-payloads/"], ignoreOrder: true);
    }
}
