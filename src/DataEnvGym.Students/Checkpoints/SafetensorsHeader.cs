using System.Buffers.Binary;
using System.Text.Json;

namespace DataEnvGym.Students.Checkpoints;

/// <summary>
/// The header of a safetensors file (huggingface/safetensors, "Format"): length in 8 bytes, little-endian, then JSON that gives each tensor's
/// type, shape and place. Reading trusts nothing: lengths, types, shapes and places are checked before anything is allocated for them.
/// </summary>
/// <param name="Metadata">Free text by key.</param>
/// <param name="Entries">The tensors in the order of their bytes, without gap or overlap.</param>
internal sealed record SafetensorsHeader(IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<SafetensorsEntry> Entries)
{
    private const int MaxLength = 1 << 20;
    private const long MaxDataLength = 1L << 31;
    private const string MetadataName = "__metadata__";
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Bytes that follow the header.</summary>
    public long DataLength => Entries.Count == 0 ? 0 : Entries[^1].End;

    /// <exception cref="InvalidDataException">The header breaks the format or holds anything but floats of 32 or 64 bits.</exception>
    public static SafetensorsHeader Read(Stream stream)
    {
        try
        {
            Span<byte> prefix = stackalloc byte[8];
            stream.ReadExactly(prefix);
            var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
            if (length is < 2 or > MaxLength)
            {
                throw new InvalidDataException($"its header claims {length} bytes, a header has 2 to {MaxLength}");
            }

            var json = new byte[length];
            stream.ReadExactly(json);
            using var document = JsonDocument.Parse(json, Strict);
            return Parse(document.RootElement);
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException("it ends within its header", error);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"its header is not that of a safetensors file ({error.Message})", error);
        }
    }

    /// <summary>Writes the header; the same content gives the same bytes.</summary>
    public void Write(Stream stream)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteStartObject(MetadataName);
            foreach (var (key, value) in Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.WriteString(key, value);
            }

            writer.WriteEndObject();
            foreach (var entry in Entries)
            {
                Write(writer, entry);
            }

            writer.WriteEndObject();
        }

        // The data starts at a multiple of 8 bytes, as in files of the reference writer.
        json.Write("        "u8[..(int)((8 - (json.Length % 8)) % 8)]);
        Span<byte> prefix = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)json.Length);
        stream.Write(prefix);
        json.WriteTo(stream);
    }

    private static void Write(Utf8JsonWriter writer, SafetensorsEntry entry)
    {
        writer.WriteStartObject(entry.Name);
        writer.WriteString("dtype", entry.Type);
        writer.WriteStartArray("shape");
        foreach (var size in entry.Shape)
        {
            writer.WriteNumberValue(size);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("data_offsets");
        writer.WriteNumberValue(entry.Begin);
        writer.WriteNumberValue(entry.End);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static SafetensorsHeader Parse(JsonElement root)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        var entries = new List<SafetensorsEntry>();
        foreach (var property in root.EnumerateObject())
        {
            if (property.Name == MetadataName)
            {
                foreach (var pair in property.Value.EnumerateObject())
                {
                    metadata.Add(pair.Name, pair.Value.GetString() ?? throw new InvalidDataException($"its metadata '{pair.Name}' is not text"));
                }
            }
            else
            {
                entries.Add(ParseEntry(property.Name, property.Value));
            }
        }

        entries.Sort((a, b) => a.Begin.CompareTo(b.Begin));
        var place = 0L;
        foreach (var entry in entries)
        {
            if (entry.Begin != place)
            {
                throw new InvalidDataException($"its tensor '{entry.Name}' starts at byte {entry.Begin}, the one before it ends at {place}");
            }

            place = entry.End;
        }

        return new SafetensorsHeader(metadata, entries);
    }

    private static SafetensorsEntry ParseEntry(string name, JsonElement value)
    {
        var type = value.GetProperty("dtype").GetString();
        var bytes = (long?)SafetensorsEntry.SizeOf(type)
            ?? throw new InvalidDataException($"its tensor '{name}' has type {type}, a student's numbers are F32, or F64 in the state of a training");

        var shape = value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()).ToArray();
        var offsets = value.GetProperty("data_offsets");
        if (offsets.GetArrayLength() != 2)
        {
            throw new InvalidDataException($"its tensor '{name}' has {offsets.GetArrayLength()} offsets, a tensor has 2");
        }

        var (begin, end) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        foreach (var size in shape)
        {
            bytes = size >= 1 && bytes <= MaxDataLength / size
                ? bytes * size
                : throw new InvalidDataException($"its tensor '{name}' has the shape {string.Join(" x ", shape)}");
        }

        return begin >= 0 && begin <= MaxDataLength && end - begin == bytes
            ? new SafetensorsEntry(name, shape, begin, end, type!)
            : throw new InvalidDataException($"its tensor '{name}' has {bytes} bytes but lies at {begin} to {end}");
    }
}
