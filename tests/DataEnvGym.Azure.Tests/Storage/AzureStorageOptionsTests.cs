using DataEnvGym.Azure.Storage;

namespace DataEnvGym.Azure.Tests.Storage;

public sealed class AzureStorageOptionsTests
{
    private const string Canary = "Y2FuYXJ5LWtleS1jYW5hcnkta2V5LWNhbmFyeS1rZXktY2FuYXJ5LWtleQ==";

    [Fact]
    public void Read_OfSettings_GivesThemAndTakesEmptyOnesForNone()
    {
        var options = AzureStorageOptions.Read(name => name switch
        {
            "Storage:AccountName" => "lab",
            "Storage:ClientId" => "11111111-2222-3333-4444-555555555555",
            _ => "",
        });

        (options.ConnectionString, options.AccountName, options.ClientId).ShouldBe((null, "lab", "11111111-2222-3333-4444-555555555555"));
        AzureStorageClients.Connect(options).Blobs.Uri.ShouldBe(new("https://lab.blob.core.windows.net/"));
        AzureStorageClients.Connect(options).Queues.Uri.ShouldBe(new("https://lab.queue.core.windows.net/"));
        options.ToString().ShouldBe("storage account lab");
    }

    [Theory]
    [InlineData(null, null, null, "neither is set")]
    [InlineData("UseDevelopmentStorage=true", "lab", null, "both are set")]
    [InlineData(null, "lab.evil.example/", null, "Storage:AccountName must be")]
    [InlineData(null, "LAB", null, "Storage:AccountName must be")]
    [InlineData(null, "lab", "somebody", "Storage:ClientId is 'somebody'")]
    public void Connect_ByOptionsThatNameNoAccount_SaysWhatToSet(string? text, string? account, string? client, string words) =>
        Should.Throw<AzureStorageException>(() => AzureStorageClients.Connect(new() { ConnectionString = text, AccountName = account, ClientId = client })).Message.ShouldContain(words);

    [Fact]
    public void Connect_ToTheCloudByKey_IsRefused() => Fails($"DefaultEndpointsProtocol=https;AccountName=lab;AccountKey={Canary};EndpointSuffix=core.windows.net").ShouldContain("without a key");

    [Theory]
    [InlineData($"AccountKey={Canary}")]
    [InlineData(Canary)]
    [InlineData($"AccountName=x;AccountKey={Canary};AccountKey={Canary}")]
    [InlineData($"AccountName=devstoreaccount1;AccountKey=?{Canary};BlobEndpoint=http://127.0.0.1:1/devstoreaccount1")]
    [InlineData($"BlobEndpoint={Canary};AccountName=devstoreaccount1;AccountKey={Canary}")]
    public void Connect_ByAMangledString_RepeatsNoneOfIt(string text) => Fails(text).ShouldContain("is no connection string");

    [Fact]
    public void Options_AsText_HideTheConnectionString() => new AzureStorageOptions { ConnectionString = Canary }.ToString().ShouldBe("storage by connection string");

    private static string Fails(string text)
    {
        var error = Should.Throw<AzureStorageException>(() => AzureStorageClients.Connect(new() { ConnectionString = text }));
        error.ToString().ShouldNotContain(Canary);
        return error.Message;
    }
}
