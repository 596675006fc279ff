namespace DataEnvGym.Exchange;

/// <summary>A file of another program, which may be anything.</summary>
internal static class InputFile
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const long MaxBytes = 1L << 30;

    /// <exception cref="ExchangeException">There is no such file, or it is too large.</exception>
    public static void Check(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new ExchangeException($"there is no file {path}; name one that exists.");
        }

        if (file.Length > MaxBytes)
        {
            throw new ExchangeException($"{path} has {file.Length:N0} bytes and at most {MaxBytes:N0} are read; split it.");
        }
    }
}
