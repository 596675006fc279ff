using System.Buffers.Binary;

namespace DataEnvGym.Students.Runtime;

/// <summary>
/// Edits the version requirements of a 64-bit little-endian ELF library (System V gABI; GNU symbol versioning, Drepper 2005). A requirement
/// flagged weak is one that the dynamic linker may leave unmet.
/// </summary>
internal static class ElfVersionNeeds
{
    private const uint VersionNeedSection = 0x6ffffffe; // SHT_GNU_verneed
    private const ushort WeakFlag = 0x2;                // VER_FLG_WEAK

    /// <summary>Flags as weak every requirement of <paramref name="version"/> from <paramref name="library"/>.</summary>
    /// <returns>How many requirements were changed; 0 when there is none or all are weak already.</returns>
    /// <exception cref="InvalidDataException">The bytes are not a well-formed library of this kind.</exception>
    public static int Weaken(Span<byte> elf, string library, string version)
    {
        if (elf.Length < 64 || !elf.StartsWith("\u007fELF\u0002\u0001"u8))
        {
            throw new InvalidDataException("The library is not a 64-bit little-endian ELF file.");
        }

        try
        {
            return WeakenIn(elf, library, version);
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or OverflowException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The ELF file points outside itself.", error);
        }
    }

    private static int WeakenIn(Span<byte> elf, string library, string version)
    {
        var changed = 0;
        var sections = Offset(elf, 0x28);
        var sectionSize = UInt16(elf, 0x3A);
        var sectionCount = UInt16(elf, 0x3C);
        for (var index = 0; index < sectionCount; index++)
        {
            var section = sections + (index * sectionSize);
            if (UInt32(elf, section + 4) == VersionNeedSection)
            {
                var linked = sections + (UInt32AsInt(elf, section + 0x28) * sectionSize);
                changed += WeakenSection(elf, Offset(elf, section + 0x18), UInt32AsInt(elf, section + 0x2C), Offset(elf, linked + 0x18), library, version);
            }
        }

        return changed;
    }

    private static int WeakenSection(Span<byte> elf, int need, int needCount, int strings, string library, string version)
    {
        var changed = 0;
        for (var i = 0; i < needCount; i++)
        {
            if (IsText(elf, strings + UInt32AsInt(elf, need + 4), library))
            {
                changed += WeakenEntries(elf, need + UInt32AsInt(elf, need + 8), UInt16(elf, need + 2), strings, version);
            }

            need += UInt32AsInt(elf, need + 12);
        }

        return changed;
    }

    private static int WeakenEntries(Span<byte> elf, int entry, int entryCount, int strings, string version)
    {
        var changed = 0;
        for (var i = 0; i < entryCount; i++)
        {
            var flags = UInt16(elf, entry + 4);
            if ((flags & WeakFlag) == 0 && IsText(elf, strings + UInt32AsInt(elf, entry + 8), version))
            {
                BinaryPrimitives.WriteUInt16LittleEndian(elf[(entry + 4)..], (ushort)(flags | WeakFlag));
                changed++;
            }

            entry += UInt32AsInt(elf, entry + 12);
        }

        return changed;
    }

    private static bool IsText(ReadOnlySpan<byte> elf, int offset, string text)
    {
        var end = offset + text.Length;
        return elf[end] == 0 && System.Text.Ascii.Equals(elf[offset..end], text);
    }

    private static ushort UInt16(ReadOnlySpan<byte> elf, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(elf[offset..]);

    private static uint UInt32(ReadOnlySpan<byte> elf, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(elf[offset..]);

    private static int UInt32AsInt(ReadOnlySpan<byte> elf, int offset) => checked((int)UInt32(elf, offset));

    private static int Offset(ReadOnlySpan<byte> elf, int offset) => checked((int)BinaryPrimitives.ReadUInt64LittleEndian(elf[offset..]));
}
