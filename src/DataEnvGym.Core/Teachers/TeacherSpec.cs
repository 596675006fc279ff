using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Teachers;

/// <summary>Who writes the training data, and what a call to it may cost.</summary>
public sealed record TeacherSpec
{
    /// <summary>
    /// The teacher's kind. <c>offline</c> needs no network: it knows the procedural benchmarks. <c>openai</c> and <c>azure-openai</c> are those services;
    /// <c>openai-compatible</c> is any server that speaks the OpenAI chat API, such as vLLM, Ollama or llama.cpp. <c>replay</c> says again what
    /// was recorded.
    /// </summary>
    [AllowedValues(TeacherKinds.Offline, TeacherKinds.OpenAI, TeacherKinds.AzureOpenAI, TeacherKinds.Compatible, TeacherKinds.Replay)]
    public string Kind { get; init; } = TeacherKinds.Offline;

    /// <summary>The model, as the service calls it; with <c>azure-openai</c> the name of the deployment. Needed by every kind but <c>offline</c>, and by <c>replay</c> if the recording has several.</summary>
    public string? Model { get; init; }

    /// <summary>
    /// Address of the service, such as <c>http://localhost:11434/v1</c> or <c>https://NAME.openai.azure.com</c>. Needed by <c>azure-openai</c> and
    /// <c>openai-compatible</c>.
    /// </summary>
    public string? Endpoint { get; init; }

    /// <summary>
    /// Name of the environment variable that holds the key, never the key itself. Needed by <c>openai</c>; <c>azure-openai</c> without it uses an Entra token.
    /// </summary>
    [RegularExpression("^[A-Z][A-Z0-9_]{0,80}_API_KEY$")]
    public string? ApiKeyVariable { get; init; }

    /// <summary>File with the recording that <c>replay</c> plays, relative to the spec; <c>dataenvgym answers export</c> makes one.</summary>
    public string? Fixtures { get; init; }

    /// <summary>How the form of an answer is asked for: <c>schema</c> has the server keep to it, <c>prompt</c> only tells the model, for servers that cannot.</summary>
    public StructuredOutput StructuredOutput { get; init; }

    /// <summary>Examples asked for in one call.</summary>
    [Range(1, 200)]
    public int ExamplesPerCall { get; init; } = 20;

    /// <summary>Most tokens that one answer may have. A call is made only if this many still fit the budget.</summary>
    [Range(16, 1_000_000)]
    public int MaxTokensPerCall { get; init; } = 4096;

    /// <summary>Sampling temperature.</summary>
    [Range(0.0, 2.0)]
    public double Temperature { get; init; } = 1.0;

    /// <summary>Longest wait for an answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Tries of a call in all, when the service is busy or cannot be reached.</summary>
    [Range(1, 20)]
    public int Tries { get; init; } = 6;

    /// <summary>Most calls under way at a time, of one process. Fewer while the service says that it is too busy.</summary>
    [Range(1, 64)]
    public int ParallelCalls { get; init; } = 4;

    /// <summary>Calls a minute that the service allows, of one process; none to let it say so itself.</summary>
    [Range(1, 1_000_000)]
    public int? RequestsPerMinute { get; init; }

    /// <summary>Tokens a minute that the service allows, of one process; none to let it say so itself. A call counts at its most until it is answered.</summary>
    [Range(1, 1_000_000_000)]
    public int? TokensPerMinute { get; init; }

    /// <summary>Whether answers are sent piece by piece. Then a pause of a fifth of <see cref="Timeout"/> between two pieces is too long, too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Streaming { get; init; }

    /// <summary>What tokens cost.</summary>
    public TokenPrice Price { get; init; } = new();

    /// <summary>Faults that the offline teacher makes on purpose, to show what the loop does with a bad teacher.</summary>
    public TeacherFaults Faults { get; init; } = new();
}

/// <summary>Price of a teacher's tokens, in US dollars.</summary>
public sealed record TokenPrice
{
    /// <summary>Dollars per million tokens read.</summary>
    [Range(0.0, 1_000_000.0)]
    public decimal InputPerMillion { get; init; }

    /// <summary>Dollars per million tokens written.</summary>
    [Range(0.0, 1_000_000.0)]
    public decimal OutputPerMillion { get; init; }

    /// <summary>Dollars per million tokens read that the service had in its cache; without it they cost what other tokens read cost.</summary>
    [Range(0.0, 1_000_000.0)]
    public decimal? CachedInputPerMillion { get; init; }

    /// <summary>Where the price comes from. Written by the program when it takes a price from its own list; the report repeats it.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the price says what a token costs.</summary>
    [JsonIgnore]
    public bool IsSet => InputPerMillion > 0 || OutputPerMillion > 0;

    /// <summary>What a number of tokens costs.</summary>
    /// <param name="input">Tokens read, those from the cache included.</param>
    /// <param name="output">Tokens written.</param>
    /// <param name="cached">Tokens read from the cache.</param>
    public decimal Of(long input, long output, long cached = 0) =>
        ((InputPerMillion * (input - cached)) + ((CachedInputPerMillion ?? InputPerMillion) * cached) + (OutputPerMillion * output)) / 1_000_000m;

    /// <summary>The most that a number of tokens can cost, however many of them come from the cache.</summary>
    public decimal AtMost(long input, long output) => Math.Max(Of(input, output), Of(input, output, input));
}

/// <summary>Shares of a bad teacher's output, each 0 to 1.</summary>
public sealed record TeacherFaults
{
    /// <summary>Share of examples whose answer is wrong.</summary>
    [Range(0.0, 1.0)]
    public double Wrong { get; init; }

    /// <summary>Share of examples that repeat one of the same answer.</summary>
    [Range(0.0, 1.0)]
    public double Duplicate { get; init; }

    /// <summary>Share of answers that are not the JSON that was asked for.</summary>
    [Range(0.0, 1.0)]
    public double Malformed { get; init; }

    /// <summary>Share of items whose skill is named wrong: as another skill.</summary>
    [Range(0.0, 1.0)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Mislabelled { get; init; }
}
