using System.Collections.Concurrent;
using System.Text.Json;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Answers;
using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Replay;

/// <summary>The answers of one teacher, read from a file. The address of the service does not matter, so that a recording can be made with a server that moves.</summary>
internal sealed class Recording
{
    private const long MaxBytes = 1L << 30;

    // Every piece of work opens its teacher anew; the file is read once.
    private static readonly ConcurrentDictionary<(string Path, long Length, DateTime Written, string? Model), Lazy<Recording>> Known = new();

    private readonly Dictionary<string, StoredAnswer> answers = [];

    private Recording(string path, string? model)
    {
        var lines = Read(path).Where(line => model is null || line.Call.Model == model).ToList();
        Teacher = lines.Select(line => line.Teacher).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() switch
        {
            [var one] => one,
            [] => throw new TeacherException($"teacher.fixtures: {path} holds no answers{(model is null ? "" : $" of the model {model}; set teacher.model to one that it was recorded with, or leave it out")}."),
            var several => throw new TeacherException($"teacher.fixtures: {path} holds answers of {string.Join(", ", several)}; set teacher.model to the model that is to be played."),
        };
        lines.ForEach(line => answers.TryAdd(KeyOf(line.Call), line.Answer));
    }

    /// <summary>The teacher that answered, such as <c>openai/gpt-4.1-mini</c>.</summary>
    public string Teacher { get; }

    /// <summary>Opens a recording.</summary>
    /// <exception cref="TeacherException">The file is missing or malformed, or whose answers are meant is not clear.</exception>
    public static Recording Open(TeacherSpec spec)
    {
        var file = new FileInfo(spec.Fixtures ?? "");
        return file switch
        {
            { Exists: false } => throw new TeacherException($"teacher.fixtures: there is no file {spec.Fixtures}; make one with: dataenvgym answers export RUN FILE"),
            { Length: > MaxBytes } => throw new TeacherException($"teacher.fixtures: {spec.Fixtures} is larger than {MaxBytes:N0} bytes."),
            _ => Known.GetOrAdd((file.FullName, file.Length, file.LastWriteTimeUtc, spec.Model), key => new(() => new(key.Path, key.Model))).Value,
        };
    }

    /// <summary>The answer to a call, if it is there.</summary>
    public StoredAnswer? Find(CallContent call) => answers.GetValueOrDefault(KeyOf(call));

    private static string KeyOf(CallContent call) => CallHash.Of(call with { Kind = "", Endpoint = null, Model = null });

    private static IEnumerable<RecordedAnswer> Read(string path)
    {
        foreach (var (index, line) in File.ReadLines(path).Index())
        {
            RecordedAnswer? recorded;
            try
            {
                recorded = JsonSerializer.Deserialize(line, AnswerJson.Default.RecordedAnswer);
            }
            catch (JsonException error)
            {
                throw new TeacherException($"teacher.fixtures: {path}, line {index + 1} is no recorded answer: {error.Message}");
            }

            yield return recorded ?? throw new TeacherException($"teacher.fixtures: {path}, line {index + 1} is null; delete it.");
        }
    }
}
