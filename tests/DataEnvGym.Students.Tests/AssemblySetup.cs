using System.Runtime.CompilerServices;
using DataEnvGym.Students.Runtime;

// A training uses every core of the build machine, and one test counts the live tensors of the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace DataEnvGym.Students.Tests;

internal static class AssemblySetup
{
    [ModuleInitializer]
    internal static void LoadTorch() => TorchRuntime.EnsureLoaded();
}
