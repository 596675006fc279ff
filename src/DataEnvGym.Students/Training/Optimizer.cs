using DataEnvGym.Students.Models;
using DataEnvGym.Students.Runtime;
using static TorchSharp.torch;

namespace DataEnvGym.Students.Training;

/// <summary>Muon for the matrices of the layers, AdamW for the embedding and the norms, after the gradient was cut to length 1.</summary>
internal sealed class Optimizer
{
    private const double ClipLength = 1;
    private readonly WorkerTeam team;
    private readonly Tensor[] gradients;
    private readonly Tensor momentum;
    private readonly AdamW adam;
    private readonly List<Muon>[] muons;

    /// <param name="layout">Shape of the student.</param>
    /// <param name="weights">The flat weights.</param>
    /// <param name="gradients">Flat gradients, one buffer per worker; their sum is the gradient.</param>
    /// <param name="team">Who computes: each worker updates its share of the matrices.</param>
    public Optimizer(ParameterLayout layout, Tensor weights, Tensor[] gradients, WorkerTeam team)
    {
        this.team = team;
        this.gradients = gradients;
        momentum = zeros_like(weights);
        var rest = layout.Square.Offset;
        adam = new AdamW(weights.narrow(0, 0, rest), gradients[0].narrow(0, 0, rest), momentum.narrow(0, 0, rest));
        muons = Enumerable.Range(0, team.Size).Select(_ => new List<Muon>()).ToArray();
        foreach (var group in (MatrixGroup[])[layout.Square, layout.Tall, layout.Wide])
        {
            for (var worker = 0; worker < team.Size; worker++)
            {
                var (first, last) = (group.Count * worker / team.Size, group.Count * (worker + 1) / team.Size);
                if (last > first)
                {
                    muons[worker].Add(new Muon(Share(weights), Share(gradients[0]), Share(momentum)));
                }

                Tensor Share(Tensor flat) => Matrices(flat, group, first, last);
            }
        }
    }

    /// <summary>A copy of what the next step takes from the ones before.</summary>
    public OptimizerState Capture() => new(adam.Updates, momentum.ToArray<float>(), adam.Square.ToArray<float>());

    /// <summary>Goes on from there.</summary>
    public void Restore(OptimizerState state)
    {
        adam.Updates = state.Updates;
        momentum.copy_(tensor(state.Momentum));
        adam.Square.copy_(tensor(state.Square));
    }

    /// <summary>Updates the weights from the gradients and clears these. When the gradient is not finite, the weights stay as they are.</summary>
    /// <returns>Length of the gradient before it was cut.</returns>
    public float Step(double learningRate)
    {
        using var scope = NewDisposeScope();
        using var withoutGradient = no_grad();
        foreach (var other in gradients.AsSpan(1))
        {
            gradients[0].PlusInPlace(other);
        }

        var length = gradients[0].norm().Value();
        if (float.IsFinite(length))
        {
            if (length > ClipLength)
            {
                gradients[0].TimesInPlace(ClipLength / length);
            }

            adam.Update(learningRate);
            team.Run(worker => Update(muons[worker], learningRate));
        }

        Array.ForEach(gradients, gradient => gradient.zero_());
        return length;
    }

    private static void Update(List<Muon> muons, double learningRate)
    {
        using var withoutGradient = no_grad();
        muons.ForEach(muon => muon.Update(learningRate));
    }

    private static Tensor Matrices(Tensor flat, MatrixGroup group, int first, int last) =>
        flat.narrow(0, group.At(first), group.At(last) - group.At(first)).view(last - first, group.Rows, group.Columns);
}
