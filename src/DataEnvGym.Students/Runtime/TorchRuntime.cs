using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TorchSharp;

namespace DataEnvGym.Students.Runtime;

/// <summary>Loads libtorch into the process and says what was loaded.</summary>
public static class TorchRuntime
{
    private static readonly Lock Gate = new();
    private static bool loaded;
    private static string? cudaFault;

    /// <summary>Loads libtorch once per process; later calls return at once. Everything in this project that computes calls it first.</summary>
    /// <exception cref="TorchUnavailableException">There is no libtorch for this system, or it does not load.</exception>
    public static void EnsureLoaded()
    {
        lock (Gate)
        {
            if (loaded)
            {
                return;
            }

            RequireKnownPlatform(RuntimeInformation.RuntimeIdentifier, OperatingSystem.IsLinux(), OperatingSystem.IsWindows(), OperatingSystem.IsMacOS());
            Load(typeof(torch).Assembly);
            torch.InitializeDeviceType(DeviceType.CPU);
            torch.set_num_threads(1);
            loaded = true;
        }
    }

    /// <summary>As <see cref="EnsureLoaded()"/>, and makes sure that libtorch can compute on <paramref name="device"/>.</summary>
    /// <exception cref="TorchUnavailableException">It cannot; the message says what to do.</exception>
    public static void EnsureLoaded(StudentDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        EnsureLoaded();
        if (device.Gpu is { } gpu)
        {
            RequireGpu(device, gpu);
        }
    }

    /// <summary>What a report on the system shows about libtorch. Loads it if needed.</summary>
    /// <param name="device">Where the student is to compute; none for the processor.</param>
    /// <exception cref="TorchUnavailableException">See <see cref="EnsureLoaded(StudentDevice)"/>.</exception>
    public static TorchDescription Describe(StudentDevice? device = null)
    {
        device ??= StudentDevice.Cpu;
        EnsureLoaded(device);
        var fix = LinuxTorchLibrary.CopyInUse
            ? "applied: libstdc++ is older than TorchSharp asks for, a copy in memory that asks for less is in use"
            : "not needed";
        return new TorchDescription(torch.__version__, device.ToString(), device.Workers, fix, VectorBits);
    }

    private static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 64;

    internal static void RequireKnownPlatform(string name, bool linux, bool windows, bool mac)
    {
        var x64 = RuntimeInformation.ProcessArchitecture == Architecture.X64;
        var arm64 = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
        if (!((linux || windows) && x64) && !(mac && arm64))
        {
            throw new TorchUnavailableException($"There is no libtorch for {name}: run the student on linux-x64, win-x64 or osx-arm64.");
        }
    }

    // Loading by hand first matters: when TorchSharp itself fails to load, it copies 480 MB beside the program and blames a missing package.
    private static void Load(Assembly torchSharp)
    {
        if (OperatingSystem.IsLinux())
        {
            LinuxTorchLibrary.ProvideTo(torchSharp);
        }

        // Torch asks only once whether there is CUDA, so a libtorch that has it must be in the process before anything else happens.
        cudaFault = TryLoadCuda(torchSharp);
        try
        {
            NativeLibrary.Load("torch_cpu", torchSharp, null);
            NativeLibrary.Load("LibTorchSharp", torchSharp, null);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException or IOException or InvalidDataException)
        {
            throw new TorchUnavailableException(
                $"libtorch does not load ({Cause(error.Message)}): restore and build the program for this system again.", error);
        }
    }

    private static string? TryLoadCuda(Assembly torchSharp)
    {
        try
        {
            NativeLibrary.Load("torch_cuda", torchSharp, null);
            return null;
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            return Cause(error.Message);
        }
    }

    // TorchSharp is asked only when the library is there: without it, it would copy packages around and write to the console.
    private static void RequireGpu(StudentDevice device, int gpu)
    {
        var fault = cudaFault is not null ? $"this program has no libtorch for CUDA ({cudaFault}): build it with -p:LibTorch=cuda"
            : !torch.cuda.is_available() ? "torch finds no GPU that it can use: install NVIDIA's driver and give the container its GPU"
            : gpu >= torch.cuda.device_count() ? $"the last GPU of this machine is cuda:{torch.cuda.device_count() - 1}: name one that is there"
            : null;
        if (fault is not null)
        {
            throw new TorchUnavailableException($"The setting {StudentDevice.Setting} is '{device}', but {fault}, or set it to 'cpu'.");
        }
    }

    // The loader lists every place where it found nothing; a line that says something else tells why the library that it did find was refused.
    private static string Cause(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Skip(1).FirstOrDefault(line => !line.EndsWith("No such file or directory", StringComparison.Ordinal)) ?? lines[0].Split(". ")[0];
    }
}
