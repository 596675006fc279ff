using System.Text;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Running;
using DataEnvGym.Jobs.Tests.Support;

namespace DataEnvGym.Jobs.Tests.Running;

public sealed class ArtifactTrainingSavesTests
{
    private readonly World world = new();
    private int superseded;

    [Fact]
    public async Task OpenLatest_NothingSaved_IsNothing() =>
        (await (await SavesAsync(await world.TrainingAsync(), 1, 1)).OpenLatestAsync(default)).ShouldBeNull();

    [Fact]
    public async Task Save_Again_ReplacesTheOlderState()
    {
        var saves = await SavesAsync(await world.TrainingAsync(), 1, 1);

        await SaveAsync(saves, "one");
        await SaveAsync(saves, "two");

        (await LatestAsync(saves)).ShouldBe("two");
        States().ShouldBe(["run-1/jobs/train.lesson/state-2.bin"]);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task Save_ByAWorkerThatWasReplaced_IsRefusedAndLeavesNothing(int attempt, int delivery)
    {
        var request = await world.TrainingAsync();
        var old = await SavesAsync(request, 1, 1);
        var current = await SavesAsync(request, attempt, delivery);
        await SaveAsync(old, "old");
        await SaveAsync(current, "current");

        await Should.ThrowAsync<SupersededException>(() => SaveAsync(old, "older"));

        superseded.ShouldBe(1);
        (await LatestAsync(current)).ShouldBe("current");
        States().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task Save_OldWorkerSavesInBetween_CurrentOneWins(int attempt, int delivery)
    {
        var request = await world.TrainingAsync();
        var old = await SavesAsync(request, 1, 1);
        var current = await SavesAsync(request, attempt, delivery);
        await SaveAsync(old, "first");

        await current.SaveAsync(
            async (stream, token) =>
            {
                await stream.WriteAsync("current"u8.ToArray(), token);
                await SaveAsync(old, "in between");
            },
            default);

        (await LatestAsync(current)).ShouldBe("current");
        States().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Save_CurrentWorkerSavesInBetween_OldOneGivesUp()
    {
        var request = await world.TrainingAsync();
        var (old, current) = (await SavesAsync(request, 1, 1), await SavesAsync(request, 1, 2));

        await Should.ThrowAsync<SupersededException>(() => old.SaveAsync(
            async (stream, token) =>
            {
                await stream.WriteAsync("old"u8.ToArray(), token);
                await SaveAsync(current, "current");
            },
            default));

        (await LatestAsync(current)).ShouldBe("current");
        States().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task OpenLatest_OfOtherWorkUnderTheSameName_IsNothing()
    {
        await SaveAsync(await SavesAsync(await world.TrainingAsync(seed: 1), 1, 1), "seed 1");

        (await (await SavesAsync(await world.TrainingAsync(seed: 2), 1, 1)).OpenLatestAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task Clear_Saved_LeavesNothing()
    {
        var saves = await SavesAsync(await world.TrainingAsync(), 1, 1);
        await SaveAsync(saves, "one");

        await saves.ClearAsync(default);
        await saves.ClearAsync(default);

        (await saves.OpenLatestAsync(default)).ShouldBeNull();
        States().ShouldBeEmpty();
    }

    private IEnumerable<string> States() => world.Artifacts.Names.Where(name => name.Contains("/state-", StringComparison.Ordinal));

    private async Task<ArtifactTrainingSaves> SavesAsync(JobRequest request, int attempt, int delivery)
    {
        await world.StartAsync(request, attempt);
        var issued = await IssuedAttempt.OpenAsync(world.Documents, world.Documents[World.Paths(request, attempt).Ticket], default);
        return new(world.Documents, world.Artifacts.Open(World.Run), issued, delivery, TimeSpan.FromSeconds(60), () => superseded++);
    }

    private static Task SaveAsync(ArtifactTrainingSaves saves, string state) =>
        saves.SaveAsync(async (stream, token) => await stream.WriteAsync(Encoding.UTF8.GetBytes(state), token), default);

    private static async Task<string> LatestAsync(ArtifactTrainingSaves saves)
    {
        using var reader = new StreamReader((await saves.OpenLatestAsync(default)).ShouldNotBeNull());
        return await reader.ReadToEndAsync();
    }
}
