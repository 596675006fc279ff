using System.Text.Json;
using System.Text.Json.Serialization;
using DataEnvGym.Core.Students;
using DataEnvGym.Students.Models;

namespace DataEnvGym.Students.Training.Saves;

/// <summary>
/// Everything that decides what a training's weights come to be. Only a training that is the same in all of it may go on from a saved state.
/// A time limit is none of it: that only says where the training ends.
/// </summary>
/// <param name="Parent">SHA-256 of the checkpoint that it starts from.</param>
/// <param name="Data">SHA-256 of its examples.</param>
/// <param name="Recipe">How it trains.</param>
/// <param name="Seed">Order of the data.</param>
/// <param name="Device">Kind of device, <c>cpu</c> or <c>cuda</c>: they do not round alike.</param>
/// <param name="Workers">Workers that share a batch: sums are formed in another order by another number.</param>
/// <param name="Config">Shape of the student.</param>
internal sealed record TrainingIdentity(
    string Parent, string Data, TrainingRecipe Recipe, ulong Seed, string Device, int Workers, ModelConfig Config)
{
    /// <summary>Goes up with every change to the arithmetic of a training or to the form of its state.</summary>
    public int Format { get; } = 1;

    public static TrainingIdentity Of(TrainingJob job, StudentDevice device, ModelConfig config) => new(
        job.Parent.Weights.Sha256, job.Data.Sha256, job.Recipe, job.Seed, device.Gpu is null ? "cpu" : "cuda", device.Workers, config);

    /// <summary>The identity as text: equal texts, equal trainings.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, TrainingJsonContext.Default.TrainingIdentity);
}

[JsonSerializable(typeof(TrainingIdentity))]
[JsonSerializable(typeof(TrainingCounters))]
internal sealed partial class TrainingJsonContext : JsonSerializerContext;
