using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace DataEnvGym.Sandbox.Kernel;

/// <summary>Writes the filter of system calls as a classic BPF program (the kernel's <c>seccomp_filter.rst</c>): what is denied fails with an error, another processor's calls kill the process.</summary>
internal static class SyscallFilter
{
    public const uint Allow = 0x7fff_0000;
    public const uint KillProcess = 0x8000_0000;

    private const uint Error = 0x0005_0000;
    private const uint NotPermitted = Error | 1;
    private const uint NotImplemented = Error | 38;
    private const uint NoSuchFamily = Error | 97;

    private const ushort LoadWord = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAtLeast = 0x35;
    private const ushort JumpIfAny = 0x45;
    private const ushort Return = 0x06;

    // struct seccomp_data: number, architecture, instruction pointer, arguments (the low half of the first one, on little-endian machines).
    private const uint Number = 0;
    private const uint Architecture = 4;
    private const uint FirstArgument = 16;

    // CLONE_NEW{TIME,NS,CGROUP,UTS,IPC,USER,PID,NET}
    private const uint NewNamespace = 0x0000_0080 | 0x0002_0000 | 0x0200_0000 | 0x0400_0000 | 0x0800_0000 | 0x1000_0000 | 0x2000_0000 | 0x4000_0000;
    private const uint UnixFamily = 1;

    /// <summary>The program for a processor, 8 bytes an instruction.</summary>
    /// <param name="processor">x64 or arm64.</param>
    /// <exception cref="PlatformNotSupportedException">No other has a table of calls here.</exception>
    public static byte[] For(Architecture processor)
    {
        var x64 = processor switch
        {
            System.Runtime.InteropServices.Architecture.X64 => true,
            System.Runtime.InteropServices.Architecture.Arm64 => false,
            _ => throw new PlatformNotSupportedException($"There is no filter of system calls for {processor}; the sandbox runs on x64 and arm64."),
        };
        List<Instruction> program =
        [
            new(LoadWord, Architecture),
            new(JumpIfEqual, x64 ? 0xC000_003E : 0xC000_00B7, 1),
            new(Return, KillProcess),
            new(LoadWord, Number),
        ];
        if (x64)
        {
            // x32: the same calls under other numbers.
            program.AddRange([new(JumpIfAtLeast, 0x4000_0000, 0, 1), new(Return, KillProcess)]);
        }

        foreach (var number in DeniedCall.All.Select(call => x64 ? call.X64 : call.Arm64).OfType<int>())
        {
            program.AddRange([new(JumpIfEqual, (uint)number, 0, 1), new(Return, NotPermitted)]);
        }

        // clone3 keeps its flags in memory, where a filter cannot look; told that it does not exist, the C library takes clone.
        program.AddRange([new(JumpIfEqual, 435, 0, 1), new(Return, NotImplemented)]);
        program.AddRange([new(JumpIfEqual, x64 ? 56u : 220u, 0, 4), new(LoadWord, FirstArgument), new(JumpIfAny, NewNamespace, 0, 1), new(Return, NotPermitted), new(Return, Allow)]);
        program.AddRange([new(JumpIfEqual, x64 ? 41u : 198u, 0, 3), new(LoadWord, FirstArgument), new(JumpIfEqual, UnixFamily, 1), new(Return, NoSuchFamily)]);
        program.Add(new(Return, Allow));
        return [.. program.SelectMany(instruction => instruction.Bytes())];
    }

    /// <summary>struct sock_filter.</summary>
    private readonly record struct Instruction(ushort Code, uint Value, byte IfTrue = 0, byte IfFalse = 0)
    {
        public byte[] Bytes()
        {
            var bytes = new byte[8];
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, Code);
            (bytes[2], bytes[3]) = (IfTrue, IfFalse);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), Value);
            return bytes;
        }
    }
}
