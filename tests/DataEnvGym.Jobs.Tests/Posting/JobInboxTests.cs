using System.Text;
using System.Text.Json.Nodes;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Posting;
using DataEnvGym.Jobs.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace DataEnvGym.Jobs.Tests.Posting;

public sealed class JobInboxTests
{
    private readonly World world = new();

    [Fact]
    public async Task Read_MessageOfTheWorker_NamesInstanceAndEvent()
    {
        var (request, message) = await FinishAsync();

        var news = await new JobInbox(world.Documents).ReadAsync(message, default);

        news.Refusal.ShouldBeNull();
        news.Arrival!.InstanceId.ShouldBe(World.ReplyTo);
        news.Arrival.Event.ShouldBe(JobNames.Finished(request.Job, 1));
        news.Arrival.Payload.ShouldBe($"attempt 1 at job {request.Job} of run {World.Run}");
    }

    [Fact]
    public async Task Read_Duplicate_MeansTheSameAndChangesNothing()
    {
        var (_, message) = await FinishAsync();
        var inbox = new JobInbox(world.Documents);
        var before = Contents();

        (await inbox.ReadAsync(message, default)).ShouldBe(await inbox.ReadAsync(message, default));

        Contents().ShouldBe(before);
    }

    [Fact]
    public async Task Read_AttemptIssuedAnew_OldMessageIsRefused()
    {
        var request = await world.TrainingAsync();
        world.Lab.BeforeStep = (_, _) => throw new IOException("no");
        await world.StartAsync(request);
        await world.Worker.RunOneAsync(default);
        var old = Encoding.UTF8.GetBytes(world.Results.Bodies[0]);
        await world.StartAsync(request);

        (await new JobInbox(world.Documents).ReadAsync(old, default)).Refusal.ShouldNotBeNull().ShouldContain("nonce");
    }

    [Theory]
    [InlineData("run", "run-2")]
    [InlineData("run", "../run-1")]
    [InlineData("run", "")]
    [InlineData("job", "train.other")]
    [InlineData("job", "train.lesson/../x")]
    [InlineData("attempt", 2)]
    [InlineData("attempt", 0)]
    [InlineData("attempt", -1)]
    [InlineData("attempt", 1.5)]
    [InlineData("attempt", "1")]
    [InlineData("contract", "dataenvgym.job/2")]
    [InlineData("nonce", "")]
    [InlineData("nonce", "0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("nonce", null)]
    [InlineData("result", "unknown field")]
    public async Task Read_AnyFieldForged_IsRefused(string field, object? value)
    {
        var (_, message) = await FinishAsync();
        var forged = JsonNode.Parse(message.Span)!;
        forged[field] = JsonValue.Create(value);
        var before = Contents();

        var news = await new JobInbox(world.Documents).ReadAsync(Encoding.UTF8.GetBytes(forged.ToJsonString()), default);

        news.Arrival.ShouldBeNull();
        news.Refusal.ShouldNotBeNullOrEmpty();
        Contents().ShouldBe(before);
    }

    [Fact]
    public async Task Read_HashInPlaceOfTheNonce_IsRefused()
    {
        var (_, message) = await FinishAsync();
        var forged = JsonNode.Parse(message.Span)!;
        forged["nonce"] = JobNonce.HashOf((string)forged["nonce"]!);

        (await new JobInbox(world.Documents).ReadAsync(Encoding.UTF8.GetBytes(forged.ToJsonString()), default)).Arrival.ShouldBeNull();
    }

    // One byte of a good message changed, at any place, to anything: whoever sends it does not get past, unless it still means the same.
    [Property(MaxTest = 300)]
    public Property Read_DamagedMessage_IsRefusedOrTheSame() => Prop.ForAll(Gen.Choose(0, 10_000).ToArbitrary(), ArbMap.Default.ArbFor<byte>(), (place, value) =>
    {
        var (_, message) = FinishAsync().GetAwaiter().GetResult();
        var damaged = message.ToArray();
        damaged[place % damaged.Length] = value;
        var inbox = new JobInbox(world.Documents);
        var before = Contents();

        var news = inbox.ReadAsync(damaged, default).GetAwaiter().GetResult();

        var same = news == inbox.ReadAsync(message, default).GetAwaiter().GetResult();
        return (news.Arrival is null ? news.Refusal is not null : same) && Contents().SequenceEqual(before);
    });

    [Property(MaxTest = 300)]
    public Property Read_RandomBytes_AreRefused() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        new JobInbox(world.Documents).ReadAsync(bytes ?? [], default).GetAwaiter().GetResult() is { Arrival: null, Refusal.Length: > 0 });

    [Fact]
    public async Task Read_HugeMessage_IsRefused() =>
        (await new JobInbox(world.Documents).ReadAsync(new byte[JobContract.LongestDocument + 1], default)).Refusal.ShouldNotBeNull().ShouldContain("at most");

    [Fact]
    public async Task Listener_Messages_AreRaisedOrThrownAwayAndDeleted()
    {
        var (_, _) = await FinishAsync();
        await world.Results.SendAsync("forged"u8.ToArray(), default);
        var (raised, refused) = (new List<JobArrival>(), new List<string>());
        var listener = new ResultListener(
            world.Results,
            new(world.Documents),
            (arrival, _) =>
            {
                raised.Add(arrival);
                return Task.CompletedTask;
            },
            refused.Add,
            world.Time);

        while (await listener.TakeAsync(default))
        {
        }

        raised.ShouldHaveSingleItem().InstanceId.ShouldBe(World.ReplyTo);
        refused.ShouldHaveSingleItem();
        world.Results.Bodies.ShouldBeEmpty();
    }

    private List<string> Contents() => [.. world.Documents.Names.Select(name => name + Encoding.UTF8.GetString(world.Documents[name]))];

    private async Task<(JobRequest Request, ReadOnlyMemory<byte> Message)> FinishAsync()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        await world.Worker.RunOneAsync(default);
        return (request, Encoding.UTF8.GetBytes(world.Results.Bodies[0]));
    }
}
