using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataEnvGym.Core.Traces;
using DataEnvGym.Teachers.Provenance;

namespace DataEnvGym.Hosting;

/// <summary>A trace as it is handed out, on the command line and over HTTP.</summary>
/// <param name="Run">The run.</param>
/// <param name="Seed">The seed of its spec.</param>
/// <param name="Trace">The trace.</param>
/// <param name="Prompt">What the teacher was sent, if that was asked for.</param>
public sealed record TraceResult(string Run, uint Seed, ExampleTrace Trace, RenderedPrompt? Prompt);

/// <summary>How traces are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TraceResult))]
public sealed partial class TraceJson : JsonSerializerContext
{
    private static readonly Lazy<TraceJson> LazyReadable = new(() => new(
        new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" }));

    /// <summary>On lines of their own, and with <c>+</c> and <c>&lt;</c> as they are: for people, and no web page is made of it.</summary>
    public static TraceJson Readable => LazyReadable.Value;
}
