using TorchSharp;

namespace DataEnvGym.Students.Tests;

/// <summary>What a second process runs to show that libtorch loads there too.</summary>
internal static class Program
{
    public static void Main() => Console.WriteLine(torch.tensor([1, 2, 3]).sum().item<long>());
}
