using DataEnvGym.Students.Runtime;
using DataEnvGym.Students.Training;
using static TorchSharp.torch;

namespace DataEnvGym.Students.Tests;

public sealed class OptimizerTests
{
    [Theory]
    [InlineData(8, 24)]
    [InlineData(24, 8)]
    public void Orthogonalize_RandomMatrices_SingularValuesAreNearOne(int rows, int columns)
    {
        using var scope = NewDisposeScope();
        var matrices = randn(3, rows, columns, generator: new Generator(1));

        var values = linalg.svdvals(Muon.Orthogonalize(matrices)).data<float>().ToArray();

        values.Length.ShouldBe(24);
        values.ShouldAllBe(value => value > 0.5 && value < 1.5);
    }

    [Fact]
    public void AdamW_FirstStep_MovesEachWeightByTheLearningRate()
    {
        using var scope = NewDisposeScope();
        var weights = tensor([1f, 2f, 3f]);
        new AdamW(weights, tensor([10f, -0.1f, 0f]), zeros_like(weights)).Update(0.01);

        var moved = weights.data<float>().ToArray();
        moved[0].ShouldBe(0.99f, 1e-5);
        moved[1].ShouldBe(2.01f, 1e-5);
        moved[2].ShouldBe(3f);
    }

    [Fact]
    public void Step_GradientInTwoBuffers_CountsAsTheirSumAndIsCleared()
    {
        using var scope = NewDisposeScope();
        var gradient = randn(Toy.Layout.Total, generator: new Generator(3));

        var whole = Step(gradient, zeros_like(gradient));
        var split = Step(gradient * 0.25, gradient * 0.75);

        whole.Length.ShouldBe(gradient.norm().item<float>(), 0.01);
        (whole.Weights - split.Weights).abs().max().item<float>().ShouldBeLessThan(1e-4f);
        whole.Weights.abs().min().item<float>().ShouldBeGreaterThan(0);
        split.Gradients.ShouldAllBe(buffer => buffer.abs().max().item<float>() == 0);
    }

    [Fact]
    public void Step_GradientThatIsNotANumber_LeavesTheWeights()
    {
        using var scope = NewDisposeScope();
        var gradient = ones(Toy.Layout.Total);
        gradient[7] = float.NaN;

        var step = Step(gradient, zeros_like(gradient));

        float.IsNaN(step.Length).ShouldBeTrue();
        step.Weights.abs().max().item<float>().ShouldBe(0);
        step.Gradients.ShouldAllBe(buffer => buffer.abs().max().item<float>() == 0);
    }

    private static (float Length, Tensor Weights, Tensor[] Gradients) Step(Tensor first, Tensor second)
    {
        using var team = new WorkerTeam(2);
        Tensor[] gradients = [first.clone(), second.clone()];
        var weights = zeros(Toy.Layout.Total);
        return (new Optimizer(Toy.Layout, weights, gradients, team).Step(0.01), weights, gradients);
    }

    [Fact]
    public void Schedule_WarmUpPeakAndFloor_AreAsStated()
    {
        var schedule = new LearningRateSchedule(1, 10, 0.05, 110);

        schedule.At(0).ShouldBe(0.1, 1e-12);
        schedule.At(9).ShouldBe(1, 1e-12);
        schedule.At(10).ShouldBe(1, 1e-12);
        schedule.At(60).ShouldBe(0.525, 1e-12);
        schedule.At(110).ShouldBe(0.05, 1e-12);
    }
}
