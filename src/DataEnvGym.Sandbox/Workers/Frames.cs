using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DataEnvGym.Sandbox.Workers;

/// <summary>Frames between the host and a launcher: length of the JSON (4 bytes, little-endian), the JSON.</summary>
internal static class Frames
{
    private const int MaxHeaderLength = 64 << 10;

    public static async Task WriteAsync<T>(Stream stream, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var frame = new byte[4 + json.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, json.Length);
        json.CopyTo(frame, 4);
        await stream.WriteAsync(frame, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <exception cref="InvalidDataException">What came is no frame.</exception>
    /// <exception cref="EndOfStreamException">The launcher is gone.</exception>
    public static async Task<T> ReadAsync<T>(Stream stream, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(await ReadBytesAsync(stream, 4, cancellationToken));
        if (length > MaxHeaderLength)
        {
            throw new InvalidDataException($"The launcher announced a frame of {length:N0} bytes; at most {MaxHeaderLength:N0} are expected.");
        }

        var json = await ReadBytesAsync(stream, (int)length, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException("The launcher sent null.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"The launcher sent what is no JSON of its kind: {error.Message}", error);
        }
    }

    public static async Task<byte[]> ReadBytesAsync(Stream stream, int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
