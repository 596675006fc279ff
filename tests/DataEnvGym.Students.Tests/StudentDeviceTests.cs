using DataEnvGym.Students.Runtime;
using DataEnvGym.Students.Training.Saves;
using TorchSharp;

namespace DataEnvGym.Students.Tests;

public sealed class StudentDeviceTests
{
    [Theory]
    [InlineData("cpu", null, "cpu", 2)]
    [InlineData("cuda", 0, "cuda:0", 1)]
    [InlineData("cuda:3", 3, "cuda:3", 1)]
    public void Parse_KnownDevice_IsRead(string text, int? gpu, string name, int workers)
    {
        var device = StudentDevice.Parse(text);

        (device.Gpu, device.ToString(), device.Workers).ShouldBe((gpu, name, workers));
        device.ShouldBe(gpu is { } index ? StudentDevice.Cuda(index) : StudentDevice.Cpu);
    }

    [Theory]
    [InlineData("")]
    [InlineData("gpu")]
    [InlineData("CUDA")]
    [InlineData("cuda:")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:0:1")]
    [InlineData("cuda:99999999999")]
    public void Parse_AnythingElse_NamesTheSettingAndWhatItMayBe(string text) =>
        Should.Throw<ArgumentException>(() => StudentDevice.Parse(text))
            .Message.ShouldStartWith($"The setting Worker:Device is '{text}': write cpu, cuda, or cuda:N with the number of the GPU from 0.");

    [SkippableFact]
    public async Task TrainAsync_CudaOnAMachineWithout_NamesTheSettingAndTheRemedy()
    {
        Skip.If(torch.cuda.is_available(), "This machine has a GPU that torch can use.");
        var store = new MemoryStore();
        var lab = new EmbeddedStudentLab(TimeProvider.System, StudentDevice.Cuda()) { Config = Toy.Config };

        var message = (await Should.ThrowAsync<TorchUnavailableException>(async () =>
            await lab.TrainAsync(await Toy.JobAsync(store), store, null, null, CancellationToken.None))).Message;

        message.ShouldStartWith("The setting Worker:Device is 'cuda:0', but ");
        message.ShouldEndWith(", or set it to 'cpu'.");
        message.ShouldNotContain('\n');
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "cuda-12.8")).ShouldBeFalse();
    }

    [Fact]
    public async Task Identity_AnotherKindOfDevice_IsAnotherTraining_AnotherGpuIsNot()
    {
        var job = await Toy.JobAsync(new MemoryStore());

        Identity(StudentDevice.Cuda()).ShouldNotBe(Identity(StudentDevice.Cpu));
        Identity(StudentDevice.Cuda(1)).ShouldBe(Identity(StudentDevice.Cuda()));
        Identity(StudentDevice.Cpu).ShouldContain("\"Workers\":2");

        string Identity(StudentDevice device) => TrainingIdentity.Of(job, device, Toy.Config).ToString();
    }
}
