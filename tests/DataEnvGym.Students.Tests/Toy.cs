using System.Text.Json;
using DataEnvGym.Core;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Students;
using DataEnvGym.Students.Checkpoints;
using DataEnvGym.Students.Models;

namespace DataEnvGym.Students.Tests;

/// <summary>A student small enough to learn within a test, and things for it to learn.</summary>
internal static class Toy
{
    public static ModelConfig Config { get; } = new() { Dim = 32, Layers = 2, Heads = 2, Hidden = 64, Context = 64 };

    public static ParameterLayout Layout { get; } = new(Config);

    public static EmbeddedStudentLab Lab(TimeProvider? time = null) => new(time ?? TimeProvider.System) { Config = Config };

    /// <summary>Two letters, to be written in the other order.</summary>
    public static List<TrainingText> Swaps(int count, ulong seed)
    {
        var rng = Rng.For(seed, "swaps");
        return Enumerable.Range(0, count).Select(_ =>
        {
            var (a, b) = ((char)('a' + rng.Next(6)), (char)('a' + rng.Next(6)));
            return new TrainingText($"{a}{b}=", $"{b}{a}");
        }).ToList();
    }

    public static async Task<CheckpointRef> StoreBaseAsync(MemoryStore store, ulong seed = 1)
    {
        var artifact = await store.WriteAsync(
            "checkpoints/base.safetensors",
            (stream, _) =>
            {
                new StudentCheckpoint(Config, InitialWeights.Create(Layout, seed), 0, null).Write(stream);
                return Task.FromResult(1);
            },
            CancellationToken.None);
        return new CheckpointRef("embedded", artifact, null);
    }

    public static Task<ArtifactRef> StoreDataAsync(MemoryStore store, IReadOnlyList<TrainingText> texts, string name = "data.jsonl") =>
        store.WriteAsync(
            name,
            async (stream, token) =>
            {
                foreach (var text in texts)
                {
                    await JsonSerializer.SerializeAsync(stream, text, TrainingTextJsonContext.Default.TrainingText, token);
                    stream.WriteByte((byte)'\n');
                }

                return texts.Count;
            },
            CancellationToken.None);

    public static async Task<TrainingJob> JobAsync(MemoryStore store, int examples = 128, int epochs = 1, double? maxSeconds = null, string output = "out.safetensors") =>
        new(await StoreBaseAsync(store), await StoreDataAsync(store, Swaps(examples, 3)), new TrainingRecipe(epochs, 16, 4e-3), 5, maxSeconds, output);
}
