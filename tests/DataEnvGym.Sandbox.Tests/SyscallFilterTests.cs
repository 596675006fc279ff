using System.Buffers.Binary;
using System.Runtime.InteropServices;
using DataEnvGym.Sandbox.Kernel;

namespace DataEnvGym.Sandbox.Tests;

/// <summary>What the filter decides, on both processors, by running it as the kernel would.</summary>
public sealed class SyscallFilterTests
{
    private const uint NotPermitted = 0x0005_0001;
    private const uint X64 = 0xC000_003E;
    private const uint Arm64 = 0xC000_00B7;

    [Theory]
    [InlineData(Architecture.X64, X64)]
    [InlineData(Architecture.Arm64, Arm64)]
    public void Filter_DeniedCalls_FailAndAllOthersPass(Architecture processor, uint name)
    {
        var x64 = processor == Architecture.X64;
        var denied = DeniedCall.All.Select(call => x64 ? call.X64 : call.Arm64).OfType<int>().ToHashSet();
        denied.Count.ShouldBeGreaterThan(55);

        for (var number = 0; number < 512; number++)
        {
            var expected = denied.Contains(number) ? NotPermitted
                : number == 435 ? 0x0005_0026
                : number == (x64 ? 41 : 198) ? 0x0005_0061
                : SyscallFilter.Allow;
            Run(processor, name, (uint)number, 0).ShouldBe(expected, $"call {number}");
        }
    }

    [Theory]
    [InlineData(Architecture.X64, X64, 56, 41)]
    [InlineData(Architecture.Arm64, Arm64, 220, 198)]
    public void Filter_CloneAndSocket_DependOnTheirFirstArgument(Architecture processor, uint name, uint clone, uint socket)
    {
        Run(processor, name, clone, 0x003d_0f00).ShouldBe(SyscallFilter.Allow, "a thread");
        Run(processor, name, clone, 17).ShouldBe(SyscallFilter.Allow, "a process");
        foreach (var flag in (uint[])[0x80, 0x2_0000, 0x200_0000, 0x400_0000, 0x800_0000, 0x1000_0000, 0x2000_0000, 0x4000_0000])
        {
            Run(processor, name, clone, flag | 17).ShouldBe(NotPermitted, $"a namespace by {flag:x}");
        }

        Run(processor, name, socket, 1).ShouldBe(SyscallFilter.Allow, "AF_UNIX");
        foreach (var family in (uint[])[2, 10, 16, 17, 38, 40])
        {
            Run(processor, name, socket, family).ShouldBe(0x0005_0061u, $"family {family}");
        }
    }

    [Fact]
    public void Filter_CallsOfAnotherProcessor_Kill()
    {
        Run(Architecture.X64, 0x4000_0003, 1, 0).ShouldBe(SyscallFilter.KillProcess, "32 bits");
        Run(Architecture.X64, Arm64, 1, 0).ShouldBe(SyscallFilter.KillProcess);
        Run(Architecture.X64, X64, 0x4000_0000 | 101, 0).ShouldBe(SyscallFilter.KillProcess, "x32");
        Run(Architecture.Arm64, X64, 1, 0).ShouldBe(SyscallFilter.KillProcess);
    }

    [Fact]
    public void Filter_ForAnotherMachine_DoesNotExist() => Should.Throw<PlatformNotSupportedException>(() => SyscallFilter.For(Architecture.S390x));

    private static uint Run(Architecture processor, uint architecture, uint number, uint argument)
    {
        var program = SyscallFilter.For(processor);
        for (var (at, value) = (0, 0u); ; at++)
        {
            var instruction = program.AsSpan(at * 8, 8);
            var operand = BinaryPrimitives.ReadUInt32LittleEndian(instruction[4..]);
            switch (BinaryPrimitives.ReadUInt16LittleEndian(instruction))
            {
                case 0x20: value = operand switch { 0 => number, 4 => architecture, 16 => argument, _ => throw new InvalidOperationException($"load of {operand}") }; break;
                case 0x15: at += value == operand ? instruction[2] : instruction[3]; break;
                case 0x35: at += value >= operand ? instruction[2] : instruction[3]; break;
                case 0x45: at += (value & operand) != 0 ? instruction[2] : instruction[3]; break;
                case 0x06: return operand;
                default: throw new InvalidOperationException($"instruction {at}");
            }
        }
    }
}
