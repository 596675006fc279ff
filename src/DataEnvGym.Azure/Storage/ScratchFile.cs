namespace DataEnvGym.Azure.Storage;

/// <summary>Room on disk for a content on its way, gone with its stream even if the process is killed, and readable to nobody else.</summary>
internal static class ScratchFile
{
    public static FileStream Create()
    {
        var path = Path.Combine(Path.GetTempPath(), "dataenvgym-" + Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = 1 << 16,
            Options = FileOptions.Asynchronous | (OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None),
        };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var stream = new FileStream(path, options);
        File.Delete(path);
        return stream;
    }
}
