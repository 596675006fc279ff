using DataEnvGym.Functions.Engine;

namespace DataEnvGym.Functions.Tests;

public sealed class InstanceIdsTests
{
    private static readonly string LongRun = new('r', 63);

    [Fact]
    public void ChildOf_ShortIds_CanBeRead() =>
        InstanceIds.ChildOf("math-1:iteration-2", "train.iteration-02").ShouldBe("math-1:iteration-2:train.iteration-02");

    [Fact]
    public void ChildOf_LongIds_FitTheHostAndStayApart()
    {
        var iteration = InstanceIds.ChildOf(InstanceIds.ChildOf(LongRun, "episode"), "iteration-12");
        var jobs = new[] { "predict.iteration-12.probe", "predict.iteration-12.select" }.Select(job => InstanceIds.ChildOf(iteration, job)).ToList();

        jobs.ShouldAllBe(id => id.Length <= 100 && InstanceIds.RunOf(id) == LongRun);
        jobs.ShouldBeUnique();
        InstanceIds.ChildOf(iteration, "predict.iteration-12.probe").ShouldBe(jobs[0]);
    }
}
