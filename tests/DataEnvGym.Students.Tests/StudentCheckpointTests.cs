using DataEnvGym.Students.Checkpoints;
using DataEnvGym.Students.Models;

namespace DataEnvGym.Students.Tests;

public sealed class StudentCheckpointTests
{
    private static readonly StudentCheckpoint Sample = new(Toy.Config, InitialWeights.Create(Toy.Layout, 7), 12, "abc");

    [Fact]
    public void Write_ThenRead_IsBitIdentical()
    {
        var read = StudentCheckpoint.Read(new MemoryStream(Bytes(Sample)), "file", Toy.Config);

        read.Weights.ShouldBe(Sample.Weights);
        (read.Config, read.Steps, read.Parent).ShouldBe((Toy.Config, 12, "abc"));
        Bytes(read).ShouldBe(Bytes(Sample));
    }

    [Fact]
    public void Layout_Slices_CoverTheBufferOnce()
    {
        var covered = new int[Toy.Layout.Total];
        foreach (var slice in Toy.Layout.Slices)
        {
            for (var i = slice.Offset; i < slice.Offset + slice.Length; i++)
            {
                covered[i]++;
            }
        }

        covered.ShouldAllBe(count => count == 1);
        Toy.Layout.Slices.Select(slice => slice.Name).ShouldContain("model.layers.1.self_attn.k_proj.weight");
        new ParameterLayout(ModelConfig.Embedded).Total.ShouldBe(452_832);
    }

    [Fact]
    public void Read_OtherShapeOfModel_NamesBoth()
    {
        var message = Should.Throw<CheckpointException>(() => StudentCheckpoint.Read(new MemoryStream(Bytes(Sample)), "big.safetensors", ModelConfig.Embedded)).Message;

        message.ShouldStartWith("big.safetensors is not a checkpoint of this student: it describes a model of another shape");
        message.ShouldContain("size 32");
        message.ShouldContain("the student is llama, vocabulary 100, size 96");
    }

    [Fact]
    public void Read_NoDescription_SaysSo()
    {
        using var stream = new MemoryStream();
        new SafetensorsHeader(new Dictionary<string, string>(), []).Write(stream);
        stream.Position = 0;

        Should.Throw<CheckpointException>(() => StudentCheckpoint.Read(stream, "x", Toy.Config)).Message.ShouldContain("'config' is missing");
    }

    [Fact]
    public void Read_FileCutShortOrTooLong_Throws()
    {
        var bytes = Bytes(Sample);

        Should.Throw<CheckpointException>(() => StudentCheckpoint.Read(new MemoryStream(bytes[..^1]), "x", Toy.Config));
        Should.Throw<CheckpointException>(() => StudentCheckpoint.Read(new MemoryStream([.. bytes, 0]), "x", Toy.Config)).Message.ShouldContain("bytes follow");
    }

    [Fact]
    public void Read_WeightThatIsNotANumber_Throws()
    {
        var weights = Sample.Weights.ToArray();
        weights[5] = float.NaN;

        Should.Throw<CheckpointException>(() => StudentCheckpoint.Read(new MemoryStream(Bytes(Sample with { Weights = weights })), "x", Toy.Config))
            .Message.ShouldContain("not finite");
    }

    private static byte[] Bytes(StudentCheckpoint checkpoint)
    {
        using var stream = new MemoryStream();
        checkpoint.Write(stream);
        return stream.ToArray();
    }
}
