using System.Text.Json;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Exchange.Tests.Support;

/// <summary>A folder for one test.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("exchange-").FullName;

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public async Task<string> WriteAsync(string name, Func<Stream, Task> write)
    {
        await using var stream = File.Create(PathOf(name));
        await write(stream);
        return PathOf(name);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Examples as text: records with lists do not compare by content.</summary>
    public static List<string> Lines(IEnumerable<Example> examples) => [.. examples.Select(example => JsonSerializer.Serialize(example, CoreJson.Default.Example))];
}
