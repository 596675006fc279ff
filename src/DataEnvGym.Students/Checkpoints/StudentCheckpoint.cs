using System.Runtime.InteropServices;
using System.Text.Json;
using DataEnvGym.Students.Models;

namespace DataEnvGym.Students.Checkpoints;

/// <summary>The saved state of a student: a safetensors file with the tensor names of Hugging Face's Llama that describes itself.</summary>
/// <param name="Config">Shape of the student.</param>
/// <param name="Weights">Its parameters, laid out as in <see cref="ParameterLayout"/>.</param>
/// <param name="Steps">Optimizer steps since the parent, or since random weights.</param>
/// <param name="Parent">SHA-256 of the checkpoint that it was trained from; null for a base.</param>
internal sealed record StudentCheckpoint(ModelConfig Config, float[] Weights, int Steps, string? Parent)
{
    /// <summary>Reads a checkpoint of the student <paramref name="expected"/>.</summary>
    /// <param name="stream">The file, from its start.</param>
    /// <param name="source">What to call the file in a message.</param>
    /// <param name="expected">Shape of the student that the weights are for.</param>
    /// <exception cref="CheckpointException">The file is something else.</exception>
    public static StudentCheckpoint Read(Stream stream, string source, ModelConfig expected)
    {
        try
        {
            var header = SafetensorsHeader.Read(stream);
            RequireConfig(header.Metadata, expected);
            var layout = new ParameterLayout(expected);
            RequireTensors(header, layout);
            var weights = ReadWeights(stream, header, layout);
            var steps = int.TryParse(header.Metadata.GetValueOrDefault("steps"), out var count) ? count : 0;
            return new StudentCheckpoint(expected, weights, steps, header.Metadata.GetValueOrDefault("parent"));
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or JsonException)
        {
            throw new CheckpointException($"{source} is not a checkpoint of this student: {error.Message}. Name one that was made by it.", error);
        }
    }

    /// <summary>Writes the checkpoint. The same checkpoint gives the same bytes.</summary>
    public void Write(Stream stream)
    {
        var metadata = new Dictionary<string, string>
        {
            ["config"] = JsonSerializer.Serialize(Config, ModelJsonContext.Default.ModelConfig),
            ["format"] = "pt",
            ["steps"] = Steps.ToString(),
        };
        if (Parent is not null)
        {
            metadata["parent"] = Parent;
        }

        var layout = new ParameterLayout(Config);
        var entries = new List<SafetensorsEntry>();
        var place = 0L;
        foreach (var slice in layout.Slices)
        {
            entries.Add(new SafetensorsEntry(slice.Name, slice.Shape, place, place += 4L * slice.Length));
        }

        new SafetensorsHeader(metadata, entries).Write(stream);
        foreach (var slice in layout.Slices)
        {
            stream.Write(MemoryMarshal.AsBytes(Weights.AsSpan(slice.Offset, slice.Length)));
        }
    }

    private static void RequireConfig(IReadOnlyDictionary<string, string> metadata, ModelConfig expected)
    {
        if (!metadata.TryGetValue("config", out var json))
        {
            throw new InvalidDataException("its metadata does not describe a model ('config' is missing)");
        }

        var config = JsonSerializer.Deserialize(json, ModelJsonContext.Default.ModelConfig);
        if (config != expected)
        {
            throw new InvalidDataException($"it describes a model of another shape ({config}; the student is {expected})");
        }
    }

    private static void RequireTensors(SafetensorsHeader header, ParameterLayout layout)
    {
        var found = header.Entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        foreach (var slice in layout.Slices)
        {
            if (!found.Remove(slice.Name, out var entry))
            {
                throw new InvalidDataException($"its tensor '{slice.Name}' is missing");
            }

            if (entry.Type != SafetensorsEntry.Single)
            {
                throw new InvalidDataException($"its tensor '{slice.Name}' has type {entry.Type}, the student's weights are F32");
            }

            if (!entry.Shape.SequenceEqual(slice.Shape))
            {
                throw new InvalidDataException(
                    $"its tensor '{slice.Name}' has the shape {string.Join(" x ", entry.Shape)} in place of {string.Join(" x ", slice.Shape)}");
            }
        }

        if (found.Count > 0)
        {
            throw new InvalidDataException($"its tensor '{found.Keys.First()}' is unknown");
        }
    }

    private static float[] ReadWeights(Stream stream, SafetensorsHeader header, ParameterLayout layout)
    {
        var slices = layout.Slices.ToDictionary(slice => slice.Name, StringComparer.Ordinal);
        var weights = new float[layout.Total];
        foreach (var entry in header.Entries)
        {
            var slice = slices[entry.Name];
            stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan(slice.Offset, slice.Length)));
        }

        if (stream.ReadByte() >= 0)
        {
            throw new InvalidDataException($"bytes follow the {header.DataLength} of its tensors");
        }

        return Array.TrueForAll(weights, float.IsFinite) ? weights : throw new InvalidDataException("it holds weights that are not finite");
    }
}
