using DataEnvGym.Students.Runtime;

namespace DataEnvGym.Students.Tests;

public sealed class WorkerTeamTests
{
    [Fact]
    public void Run_Repeatedly_CallsEveryWorkerOnItsOwnThread()
    {
        using var team = new WorkerTeam(3);
        var threads = new int[3];
        var calls = new int[3];
        for (var i = 0; i < 100; i++)
        {
            team.Run(worker =>
            {
                threads[worker] = Environment.CurrentManagedThreadId;
                calls[worker]++;
            });
        }

        calls.ShouldBe([100, 100, 100]);
        threads.Distinct().Count().ShouldBe(3);
        threads[0].ShouldBe(Environment.CurrentManagedThreadId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Run_WorkerFails_ThrowsItsErrorAndStaysUsable(int failing)
    {
        using var team = new WorkerTeam(2);

        Should.Throw<InvalidOperationException>(() => team.Run(worker => Fail(worker == failing))).Message.ShouldBe("worker failed");

        var calls = 0;
        team.Run(_ => Interlocked.Increment(ref calls));
        calls.ShouldBe(2);

        static void Fail(bool really)
        {
            if (really)
            {
                throw new InvalidOperationException("worker failed");
            }
        }
    }
}
