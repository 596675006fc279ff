using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Posting;
using DataEnvGym.Jobs.Tests.Support;

namespace DataEnvGym.Jobs.Tests.Posting;

public sealed class RunJobsTests
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(15);
    private readonly World world = new();

    private RunJobs Jobs => new(world.Documents, world.Time);

    [Fact]
    public async Task Cancel_RunWithAJobInTheQueue_NobodyDoesItAnyMore()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);

        await Jobs.CancelAsync(World.Run, default);
        await world.Worker.RunOneAsync(default);

        world.Lab.StepsDone.ShouldBe(0);
        (await world.CheckAsync(request)).Result?.Training.ShouldBeNull();
    }

    [Fact]
    public async Task Cancel_JobThatIsDone_IsLeftAlone()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        await world.Worker.RunOneAsync(default);
        var before = world.Documents.Names.ToList();

        await Jobs.CancelAsync(World.Run, default);

        world.Documents.Names.ShouldBe(before);
    }

    [Fact]
    public async Task FindOverdue_NobodyHasSaidAnythingForLong_NamesTheWaitingWorkflow()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);

        (await OverdueAsync()).ShouldBeEmpty();
        world.Time.Advance(Age + TimeSpan.FromSeconds(1));

        var arrival = (await OverdueAsync()).ShouldHaveSingleItem();
        (arrival.InstanceId, arrival.Event.Name).ShouldBe((World.ReplyTo, JobNames.Finished(request.Job, 1).Name));
    }

    // The message was lost, and so was the timer of the workflow that waits.
    [Fact]
    public async Task FindOverdue_ResultThatNobodyHasTaken_NamesTheWaitingWorkflow()
    {
        await world.StartAsync(await world.TrainingAsync());
        await world.Worker.RunOneAsync(default);

        (await OverdueAsync()).ShouldBeEmpty();
        world.Time.Advance(Age + TimeSpan.FromSeconds(1));

        (await OverdueAsync()).ShouldHaveSingleItem().InstanceId.ShouldBe(World.ReplyTo);
    }

    // An old attempt was given up; nobody waits for it.
    [Fact]
    public async Task FindOverdue_SeveralAttempts_NamesTheNewest()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        await world.StartAsync(request, attempt: 2);
        world.Time.Advance(Age + TimeSpan.FromSeconds(1));

        (await OverdueAsync()).ShouldHaveSingleItem().Event.Name.ShouldBe(JobNames.Finished(request.Job, 2).Name);
    }

    [Fact]
    public async Task FindOverdue_AnotherRun_IsNotLookedAt()
    {
        await world.StartAsync(await world.TrainingAsync());
        world.Time.Advance(Age + TimeSpan.FromSeconds(1));

        var overdue = new List<JobArrival>();
        await foreach (var arrival in Jobs.FindOverdueAsync("run-10", Age, default))
        {
            overdue.Add(arrival);
        }

        overdue.ShouldBeEmpty();
    }

    private async Task<List<JobArrival>> OverdueAsync()
    {
        var overdue = new List<JobArrival>();
        await foreach (var arrival in Jobs.FindOverdueAsync(World.Run, Age, default))
        {
            overdue.Add(arrival);
        }

        return overdue;
    }
}
