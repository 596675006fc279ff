namespace DataEnvGym.Exchange.Tables;

/// <summary>Writes a dataset as a folder that Hugging Face's <c>datasets</c> loads: a card and a table.</summary>
public static class DatasetFolder
{
    /// <summary>Makes the folder; it appears whole or not at all.</summary>
    /// <param name="path">A folder that does not exist yet, or is empty, in one that does.</param>
    /// <param name="name">What to call the dataset.</param>
    /// <param name="task">The task that the examples teach.</param>
    /// <param name="texts">The rows.</param>
    /// <param name="cancellationToken">Stops the writing; nothing stays behind.</param>
    /// <exception cref="ExchangeException">There is something at the path already.</exception>
    public static async Task WriteAsync(string path, string name, string task, IReadOnlyList<TaughtText> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(full) || (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any()))
        {
            throw new ExchangeException($"there is something at {full} already; name a folder that does not exist yet.");
        }

        var temporary = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            var table = Path.Combine(temporary, DatasetCard.TableName);
            Directory.CreateDirectory(Path.GetDirectoryName(table)!);
            await using (var stream = File.Create(table))
            {
                await ExampleTable.WriteAsync(texts, stream, cancellationToken);
            }

            var facts = new DatasetFacts(name, task, [.. texts.Select(text => text.Example)], new FileInfo(table).Length);
            await File.WriteAllTextAsync(Path.Combine(temporary, "README.md"), DatasetCard.Write(facts), cancellationToken);
            if (Directory.Exists(full))
            {
                Directory.Delete(full);
            }

            Directory.Move(temporary, full);
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }
}
