using System.Buffers.Binary;
using System.Text;
using DataEnvGym.Students.Checkpoints;

namespace DataEnvGym.Students.Tests;

public sealed class SafetensorsHeaderTests
{
    [Fact]
    public void Write_ThenRead_IsTheSame()
    {
        var header = new SafetensorsHeader(
            new Dictionary<string, string> { ["b"] = "2", ["a"] = "é\"" }, [new("x", [2, 3], 0, 24), new("y", [4], 24, 40)]);
        using var stream = new MemoryStream();
        header.Write(stream);
        (stream.Length % 8).ShouldBe(0);
        stream.Position = 0;

        var read = SafetensorsHeader.Read(stream);

        read.Metadata.ShouldBe(header.Metadata, ignoreOrder: true);
        read.Entries.Select(entry => (entry.Name, string.Join(',', entry.Shape), entry.Begin, entry.End)).ShouldBe([("x", "2,3", 0, 24), ("y", "4", 24, 40)]);
        read.DataLength.ShouldBe(40);
    }

    [Theory]
    [InlineData("[]", "not that of a safetensors file")]
    [InlineData("{]", "not that of a safetensors file")]
    [InlineData("""{"x":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}""", "type F16")]
    [InlineData("""{"x":{"shape":[1],"data_offsets":[0,4]}}""", "not that of a safetensors file")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "has 8 bytes but lies at 0 to 4")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""", "lies at -4 to 0")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "starts at byte 4")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", "1 offsets")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"y":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "the one before it ends at 4")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "not that of a safetensors file")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2000000000,2000000000],"data_offsets":[0,4]}}""", "has the shape 2000000000 x 2000000000")]
    [InlineData("""{"x":{"dtype":"F32","shape":[99999999999],"data_offsets":[0,4]}}""", "not that of a safetensors file")]
    [InlineData("""{"x":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}""", "has the shape 0")]
    [InlineData("""{"x":{"dtype":"F32","shape":[-1],"data_offsets":[0,-4]}}""", "has the shape -1")]
    [InlineData("""{"__metadata__":{"a":1}}""", "not that of a safetensors file")]
    [InlineData("""{"__metadata__":{"a":null}}""", "'a' is not text")]
    [InlineData("""{"__metadata__":{"a":"1","a":"2"}}""", "not that of a safetensors file")]
    public void Read_HostileHeader_ThrowsWithTheFault(string json, string fault) =>
        Should.Throw<InvalidDataException>(() => SafetensorsHeader.Read(File(json, json.Length))).Message.ShouldContain(fault);

    [Theory]
    [InlineData(0UL, "claims 0 bytes")]
    [InlineData(ulong.MaxValue, "claims 18446744073709551615 bytes")]
    [InlineData(1UL << 30, "claims 1073741824 bytes")]
    [InlineData(100UL, "ends within its header")]
    public void Read_WrongHeaderLength_ThrowsBeforeAllocating(ulong length, string fault) =>
        Should.Throw<InvalidDataException>(() => SafetensorsHeader.Read(File("{}", (long)length))).Message.ShouldContain(fault);

    private static MemoryStream File(string json, long length)
    {
        var bytes = new byte[8 + Encoding.UTF8.GetByteCount(json)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, length);
        Encoding.UTF8.GetBytes(json, bytes.AsSpan(8));
        return new MemoryStream(bytes);
    }
}
