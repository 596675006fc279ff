using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Teachers.Prices;

/// <summary>
/// The list of prices that comes with the program, <c>prices.json</c>: OpenAI's own models. A deployment of <c>azure-openai</c> may be called anything, and other
/// servers charge what they like, so those are not in it.
/// </summary>
public sealed class PriceList : IPriceList
{
    private const int DateLength = 11;
    private readonly FrozenDictionary<string, TokenPrice> prices;

    private PriceList(PriceDocument document) => prices = document.Models.ToFrozenDictionary(
        model => model.Model,
        model => new TokenPrice
        {
            InputPerMillion = model.Input,
            CachedInputPerMillion = model.Cached,
            OutputPerMillion = model.Output,
            Source = $"the program's list of {model.AsOf:yyyy-MM-dd}, {document.Source}",
        },
        StringComparer.Ordinal);

    /// <summary>The list.</summary>
    public static PriceList Embedded { get; } = Read();

    /// <summary>The models in the list, sorted.</summary>
    public IEnumerable<string> Models => prices.Keys.Order(StringComparer.Ordinal);

    /// <inheritdoc/>
    public TokenPrice? Find(TeacherSpec teacher)
    {
        ArgumentNullException.ThrowIfNull(teacher);
        return teacher is { Kind: TeacherKinds.OpenAI, Endpoint: null, Model: { } model } ? prices.GetValueOrDefault(model) ?? prices.GetValueOrDefault(WithoutDate(model)) : null;
    }

    // A dated snapshot, such as gpt-4.1-mini-2025-04-14, costs what its model does. Where an older one costs something else, it is in the list itself.
    private static string WithoutDate(string model) =>
        model.Length > DateLength && model[^DateLength] == '-' && DateOnly.TryParseExact(model[^(DateLength - 1)..], "yyyy-MM-dd", out _) ? model[..^DateLength] : model;

    private static PriceList Read()
    {
        using var stream = typeof(PriceList).Assembly.GetManifestResourceStream("prices.json")!;
        return new(JsonSerializer.Deserialize(stream, PriceJson.Default.PriceDocument)!);
    }
}

/// <summary>The content of <c>prices.json</c>: US dollars per million tokens.</summary>
internal sealed record PriceDocument(Uri Source, IReadOnlyList<ModelPrice> Models);

/// <summary>The price of a model on a day.</summary>
internal sealed record ModelPrice(string Model, decimal Input, decimal Cached, decimal Output, DateOnly AsOf);

/// <summary>How the list is read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PriceDocument))]
internal sealed partial class PriceJson : JsonSerializerContext;
