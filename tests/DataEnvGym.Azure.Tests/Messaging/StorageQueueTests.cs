using System.Text;
using DataEnvGym.Azure.Messaging;
using DataEnvGym.Core.Messaging;

namespace DataEnvGym.Azure.Tests.Messaging;

[Collection(AzuriteCollection.Name)]
public sealed class StorageQueueTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly string name = Names.Fresh("queue");

    private StorageQueue Queue => new(azurite.Clients, name);

    [SkippableTheory]
    [InlineData("{\"job\":\"train.a\"}")]
    [InlineData("<&>\"' é 😀 \t")]
    public async Task Message_SentAndReceived_IsTheSame(string text)
    {
        await SendAsync(text);

        var message = (await ReceiveAsync())!;

        Encoding.UTF8.GetString(message.Body.Span).ShouldBe(text);
        message.Deliveries.ShouldBe(1);
    }

    [SkippableFact]
    public async Task Receive_FromAnEmptyOrMissingQueue_IsNothing() => (await ReceiveAsync()).ShouldBeNull();

    [SkippableFact]
    public async Task Message_ThatIsReceived_IsHiddenFromOthers()
    {
        await SendAsync("a");

        (await ReceiveAsync()).ShouldNotBeNull();
        (await ReceiveAsync()).ShouldBeNull();
    }

    [SkippableFact]
    public async Task Message_GivenBackAgainAndAgain_CountsItsDeliveries()
    {
        await SendAsync("a");
        for (var delivery = 1; delivery <= 6; delivery++)
        {
            var message = (await ReceiveAsync())!;
            message.Deliveries.ShouldBe(delivery);
            (await Queue.RenewAsync(message, TimeSpan.Zero, CancellationToken.None)).ShouldNotBeNull();
        }
    }

    [SkippableFact]
    public async Task Renew_OfAMessageThatIsOurs_KeepsItWithItsBodyUnderANewReceipt()
    {
        await SendAsync("a");
        var message = (await ReceiveAsync())!;

        var renewed = (await Queue.RenewAsync(message, Minute, CancellationToken.None))!;

        renewed.Receipt.ShouldNotBe(message.Receipt);
        (await ReceiveAsync()).ShouldBeNull();
        await Queue.RenewAsync(renewed, TimeSpan.Zero, CancellationToken.None);
        Encoding.UTF8.GetString((await ReceiveAsync())!.Body.Span).ShouldBe("a");
    }

    [SkippableFact]
    public async Task Message_ThatAnotherHasNow_IsLostAndStaysTheirs()
    {
        await SendAsync("a");
        var lost = (await ReceiveAsync())!;
        await Queue.RenewAsync(lost, TimeSpan.Zero, CancellationToken.None);
        var theirs = (await ReceiveAsync())!;

        (await Queue.RenewAsync(lost, Minute, CancellationToken.None)).ShouldBeNull();
        await Queue.DeleteAsync(lost, CancellationToken.None);

        (await Queue.RenewAsync(theirs, TimeSpan.Zero, CancellationToken.None)).ShouldNotBeNull();
        (await ReceiveAsync())!.Deliveries.ShouldBe(3);
    }

    [SkippableFact]
    public async Task Message_ThatIsDeleted_IsGoneForRenewalAndDeletion()
    {
        await SendAsync("a");
        var message = (await ReceiveAsync())!;

        await Queue.DeleteAsync(message, CancellationToken.None);
        await Queue.DeleteAsync(message, CancellationToken.None);

        (await Queue.RenewAsync(message, Minute, CancellationToken.None)).ShouldBeNull();
        (await ReceiveAsync()).ShouldBeNull();
    }

    [SkippableFact]
    public async Task Message_OnceSent_NeverExpires()
    {
        await SendAsync("a");

        var message = (await azurite.Clients.Queues.GetQueueClient(name).PeekMessageAsync()).Value;

        message.ExpiresOn!.Value.Year.ShouldBe(9999);
    }

    [SkippableFact]
    public async Task Send_OfTheLongestMessage_WorksAndOfALongerOneIsRefused()
    {
        await SendAsync(new string('x', StorageQueue.MostBytes));

        (await ReceiveAsync())!.Body.Length.ShouldBe(StorageQueue.MostBytes);
        (await Should.ThrowAsync<ArgumentException>(() => SendAsync(new string('x', StorageQueue.MostBytes + 1)))).Message.ShouldContain("49153 bytes");
    }

    [SkippableFact]
    public async Task Queue_ThatMayNotBeMade_IsAnErrorWhileItIsMissing() => await Should.ThrowAsync<global::Azure.RequestFailedException>(
        () => new StorageQueue(azurite.Clients, name, autoCreate: false).ReceiveAsync(Minute, CancellationToken.None));

    private Task SendAsync(string text) => Queue.SendAsync(Encoding.UTF8.GetBytes(text), CancellationToken.None);

    private Task<QueueMessage?> ReceiveAsync() => Queue.ReceiveAsync(Minute, CancellationToken.None);
}
