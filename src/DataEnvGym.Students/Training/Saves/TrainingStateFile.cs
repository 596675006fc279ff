using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataEnvGym.Students.Checkpoints;
using DataEnvGym.Students.Models;

namespace DataEnvGym.Students.Training.Saves;

/// <summary>
/// A training's state as a safetensors file. Its metadata name the training that it belongs to (<c>training</c>), how far that is
/// (<c>counters</c>), and the SHA-256 of both and of all tensors (<c>sha256</c>), so that a damaged file cannot pass for a state.
/// </summary>
internal static class TrainingStateFile
{
    private const string TrainingKey = "training";
    private const string CountersKey = "counters";
    private const string HashKey = "sha256";

    /// <summary>The file's bytes; the same state gives the same bytes.</summary>
    public static byte[] Write(TrainingIdentity training, TrainingState state)
    {
        var counters = JsonSerializer.Serialize(state.Counters, TrainingJsonContext.Default.TrainingCounters);
        var metadata = new Dictionary<string, string>
        {
            [TrainingKey] = training.ToString(),
            [CountersKey] = counters,
            [HashKey] = Hash(training, counters, state),
        };
        var entries = Entries(state);
        using var file = new MemoryStream((int)entries[^1].End + 4096);
        new SafetensorsHeader(metadata, entries).Write(file);
        foreach (var part in state.Parts())
        {
            file.Write(part.Bytes);
        }

        return file.ToArray();
    }

    /// <summary>Reads a state of this training. Nothing is allocated by what the file claims before that is known to fit the training.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or the state of another training.</exception>
    public static TrainingState Read(Stream stream, TrainingIdentity training, ParameterLayout layout, int plannedSteps)
    {
        try
        {
            var header = SafetensorsHeader.Read(stream);
            if (header.Metadata.GetValueOrDefault(TrainingKey) != training.ToString())
            {
                throw new InvalidDataException("it belongs to another training");
            }

            var json = header.Metadata.GetValueOrDefault(CountersKey) ?? "";
            var state = Empty(layout, Counters(json, plannedSteps));
            if (!header.Entries.Zip(Entries(state), (found, expected) => found.Matches(expected)).All(same => same)
                || header.Entries.Count != state.Parts().Count())
            {
                throw new InvalidDataException("its tensors are not those of a training's state");
            }

            foreach (var part in state.Parts())
            {
                stream.ReadExactly(part.Bytes);
            }

            return stream.ReadByte() < 0 && header.Metadata.GetValueOrDefault(HashKey) == Hash(training, json, state)
                ? state
                : throw new InvalidDataException("its bytes are not those that were saved");
        }
        catch (Exception error) when (error is EndOfStreamException or JsonException)
        {
            throw new InvalidDataException("it is cut short or garbled", error);
        }
    }

    private static TrainingCounters Counters(string json, int plannedSteps)
    {
        var counters = JsonSerializer.Deserialize(json, TrainingJsonContext.Default.TrainingCounters);
        return counters is { Steps: >= 0, Updates: >= 0, Skipped: >= 0, Tokens: >= 0, Seconds: >= 0 and < double.PositiveInfinity }
            && counters.Steps <= plannedSteps && counters.Updates <= counters.Steps
            ? counters
            : throw new InvalidDataException("it tells of steps that the training does not have");
    }

    private static TrainingState Empty(ParameterLayout layout, TrainingCounters counters) => new(
        counters,
        new float[layout.Total],
        new OptimizerState(counters.Updates, new float[layout.Total], new float[layout.Square.Offset]),
        new double[2 * counters.Updates]);

    private static List<SafetensorsEntry> Entries(TrainingState state)
    {
        var entries = new List<SafetensorsEntry>();
        foreach (var part in state.Parts())
        {
            var begin = entries.Count == 0 ? 0 : entries[^1].End;
            entries.Add(new(part.Name, [part.Values.Length], begin, begin + part.Bytes.Length, part.Type));
        }

        return entries;
    }

    private static string Hash(TrainingIdentity training, string counters, TrainingState state)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{training}\n{counters}\n"));
        foreach (var part in state.Parts())
        {
            hash.AppendData(part.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
