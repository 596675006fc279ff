using DataEnvGym.Azure.ContainerApps;
using DataEnvGym.Azure.Storage;

namespace DataEnvGym.Azure.Tests.ContainerApps;

public sealed class ContainerAppsOptionsTests
{
    private const string Subscription = "11111111-2222-3333-4444-555555555555";

    [Fact]
    public void Read_OfGoodSettings_GivesThem()
    {
        var settings = new Dictionary<string, string>
        {
            ["Jobs:ContainerApps:SubscriptionId"] = Subscription, ["Jobs:ContainerApps:ResourceGroup"] = "rg-lab", ["Jobs:ContainerApps:JobName"] = "student",
        };

        ContainerAppsOptions.Read(settings.GetValueOrDefault).ShouldBe(new ContainerAppsOptions(Subscription, "rg-lab", "student") { Patience = ContainerAppsOptions.Read(settings.GetValueOrDefault).Patience });
    }

    [Theory]
    [InlineData("", "rg", "student", "SubscriptionId")]
    [InlineData("../../x", "rg", "student", "SubscriptionId")]
    [InlineData(Subscription, "", "student", "ResourceGroup")]
    [InlineData(Subscription, "rg/../x", "student", "ResourceGroup")]
    [InlineData(Subscription, "..", "student", "ResourceGroup")]
    [InlineData(Subscription, "rg", "", "JobName")]
    [InlineData(Subscription, "rg", "student/start", "JobName")]
    [InlineData(Subscription, "rg", "Student", "JobName")]
    public void Read_OfASettingThatLeadsElsewhere_NamesIt(string subscription, string group, string job, string setting) =>
        Should.Throw<ContainerAppsException>(() => ContainerAppsOptions.Read(name => name.Split(':')[2] switch
        {
            "SubscriptionId" => subscription,
            "ResourceGroup" => group,
            _ => job,
        })).Message.ShouldStartWith($"Jobs:ContainerApps:{setting} is '");

    [Fact]
    public void Endpoint_WithoutTls_IsRefused() => Should.Throw<ContainerAppsException>(
        () => new ContainerAppsOptions(Subscription, "rg", "student") { Endpoint = new("http://management.azure.com") }.Validate()).Message.ShouldContain("https");

    [Fact]
    public void Platform_OverAnAzurite_IsRefused() => Should.Throw<ContainerAppsException>(() => new ContainerAppsPlatform(
        new(Subscription, "rg", "student"), AzureStorageClients.Connect(new() { ConnectionString = "UseDevelopmentStorage=true" }), TimeProvider.System))
        .Message.ShouldContain("Storage:AccountName");
}
