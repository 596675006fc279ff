using DataEnvGym.Core;
using DataEnvGym.Core.Students;
using DataEnvGym.Students.Models;
using DataEnvGym.Students.Training;
using static TorchSharp.torch;

namespace DataEnvGym.Students.Tests;

public sealed class ModelTests
{
    private static readonly EncodedExample[] Rows =
    [
        EncodedExample.From(new TrainingText("ab=", "ba")), EncodedExample.From(new TrainingText("longer prompt =", "x")), EncodedExample.From(new TrainingText("", "q\nq")),
    ];

    [Fact]
    public void Gradients_AlongRandomDirections_MatchFiniteDifferences()
    {
        using var scope = NewDisposeScope();
        var start = Weights(3);
        var (weights, model) = Model(start, trainable: true);
        using (var loss = BatchLoss.Sum(model, Rows))
        {
            loss.backward();
        }

        var gradient = model.Gradients!.data<float>().ToArray();
        foreach (var slice in Toy.Layout.Slices)
        {
            // The direction of the gradient itself, within one tensor: the slope is then the gradient's length.
            var part = gradient.AsSpan(slice.Offset, slice.Length).ToArray();
            var length = Math.Sqrt(part.Sum(g => (double)g * g));
            length.ShouldBeGreaterThan(0, slice.Name);
            var slope = (Loss(Shifted(2e-3)) - Loss(Shifted(-2e-3))) / 4e-3;
            slope.ShouldBe(length, 0.02 * length + 0.01, slice.Name);

            float[] Shifted(double step)
            {
                var moved = start.ToArray();
                for (var i = 0; i < part.Length; i++)
                {
                    moved[slice.Offset + i] += (float)(step * part[i] / length);
                }

                return moved;
            }
        }

        double Loss(float[] at)
        {
            using var withoutGradient = no_grad();
            weights.copy_(tensor(at));
            return BatchLoss.Sum(model, Rows).item<float>();
        }
    }

    [Fact]
    public void Backpropagate_LongRowsInParts_EqualsOneGraph()
    {
        using var scope = NewDisposeScope();
        var start = Weights(4);
        var rows = Enumerable.Range(0, 300).Select(i => EncodedExample.From(new TrainingText(new string((char)('a' + (i % 20)), 20 + (i % 30)), "yes"))).ToArray();
        var targets = rows.Sum(row => row.TargetLength);
        var (_, whole) = Model(start, trainable: true);
        using (var loss = BatchLoss.Sum(whole, rows) / targets)
        {
            loss.backward();
        }

        var (_, parts) = Model(start, trainable: true);
        BatchLoss.Backpropagate(parts, rows, targets);

        (parts.Gradients! - whole.Gradients!).abs().max().item<float>().ShouldBeLessThan(1e-5f);
        whole.Gradients!.abs().max().item<float>().ShouldBeGreaterThan(1e-3f);
    }

    [Fact]
    public void Read_ThroughTheCache_EqualsReadingAtOnce()
    {
        using var scope = NewDisposeScope();
        using var withoutGradient = no_grad();
        var (_, model) = Model(Weights(5), trainable: false);
        int[][] rows = [[1, 20, 30, 40, 50, 60], [1, 70, 80, 90]];
        const int Width = 6;
        var cache = new KeyValueCache(Toy.Config, [0, 2], Width);

        // Three columns at once, then one at a time; the second row starts two columns later.
        Tensor? last = null;
        foreach (var (from, count) in ((int, int)[])[(0, 3), (3, 1), (4, 1), (5, 1)])
        {
            var tokens = rows.SelectMany(row => Enumerable.Range(from, count).Select(column => column - (Width - row.Length)).Select(i => i < 0 ? 0L : row[i])).ToArray();
            var positions = rows.SelectMany(row => Enumerable.Range(from, count).Select(column => Math.Max(0L, column - (Width - row.Length)))).ToArray();
            last = cache.Read(model, tensor(tokens, [2, count]), tensor(positions, [2, count]));
        }

        for (var i = 0; i < rows.Length; i++)
        {
            var whole = model.Read(tensor(Array.ConvertAll(rows[i], token => (long)token), [1, rows[i].Length])).select(1, rows[i].Length - 1);
            (last![i] - whole[0]).abs().max().item<float>().ShouldBeLessThan(1e-5f);
        }
    }

    [Fact]
    public void Read_LaterToken_DoesNotChangeEarlierStates()
    {
        using var scope = NewDisposeScope();
        using var withoutGradient = no_grad();
        var (_, model) = Model(Weights(6), trainable: false);

        var a = model.Read(tensor([1L, 10, 20, 30], [1, 4]));
        var b = model.Read(tensor([1L, 10, 20, 31], [1, 4]));

        (a - b).narrow(1, 0, 3).abs().max().item<float>().ShouldBe(0);
        (a - b).narrow(1, 3, 1).abs().max().item<float>().ShouldBeGreaterThan(0.01f);
    }

    [Fact]
    public void Rotate_TwoPositions_DependsOnTheirDistanceOnly()
    {
        using var scope = NewDisposeScope();
        var table = new RotaryTable(Toy.Config);
        var query = randn([1, 1, 1, 1, Toy.Config.HeadDim], generator: new Generator(1));
        var key = randn([1, 1, 1, 1, Toy.Config.HeadDim], generator: new Generator(2));

        Score(3, 7).ShouldBe(Score(20, 24), 1e-4);
        Math.Abs(Score(3, 7) - Score(3, 9)).ShouldBeGreaterThan(1e-3);

        double Score(long at, long from) => (Turn(query, at) * Turn(key, from)).sum().item<float>();
        Tensor Turn(Tensor x, long position)
        {
            var (cosine, sine) = table.At(tensor([position], [1, 1]));
            return TensorMath.Rotate(x, cosine, sine);
        }
    }

    [Fact]
    public void Rotate_KnownPair_TurnsFirstTowardsSecond()
    {
        using var scope = NewDisposeScope();
        var (cosine, sine) = new RotaryTable(Toy.Config).At(tensor([1L], [1, 1]));
        var half = Toy.Config.HeadDim / 2;
        var x = zeros([1, 1, 1, 1, Toy.Config.HeadDim]);
        x[0, 0, 0, 0, 0] = 1;

        var y = TensorMath.Rotate(x, cosine, sine).data<float>().ToArray();

        y[0].ShouldBe(MathF.Cos(1), 1e-6);
        y[half].ShouldBe(MathF.Sin(1), 1e-6);
    }

    [Fact]
    public void RmsNorm_KnownRow_IsTheFormula()
    {
        using var scope = NewDisposeScope();
        var y = TensorMath.RmsNorm(tensor([3f, 4f]), tensor([1f, 2f]), 0).data<float>().ToArray();

        y[0].ShouldBe(3 / MathF.Sqrt(12.5f), 1e-6);
        y[1].ShouldBe(8 / MathF.Sqrt(12.5f), 1e-6);
    }

    private static float[] Weights(ulong seed)
    {
        var weights = InitialWeights.Create(Toy.Layout, seed);
        var rng = Rng.For(seed, "spread");
        return Array.ConvertAll(weights, weight => weight + (float)((rng.NextDouble() - 0.5) * 0.1));
    }

    private static (Tensor Weights, DecoderModel Model) Model(float[] start, bool trainable)
    {
        var weights = tensor(start);
        return (weights, new DecoderModel(Toy.Layout, weights, trainable));
    }
}
