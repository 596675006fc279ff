using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Curation.Reviews;

/// <summary>What a person decided about an example.</summary>
/// <param name="Example">The example's id.</param>
/// <param name="Verdict">What becomes of it.</param>
public sealed record Review(string Example, ReviewVerdict Verdict)
{
    /// <summary>Why; for the record.</summary>
    public string? Reason { get; init; }

    /// <summary>The new question of an edited example; none to leave it.</summary>
    public string? Prompt { get; init; }

    /// <summary>The new solution of an edited example; none to leave it.</summary>
    public string? Solution { get; init; }

    /// <summary>The new answer of an edited example; none to leave it.</summary>
    public string? Answer { get; init; }
}

/// <summary>What becomes of an example that a person looked at.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewVerdict>))]
public enum ReviewVerdict
{
    /// <summary>It is trained on as it is.</summary>
    [JsonStringEnumMemberName("approve")]
    Approve,

    /// <summary>It is dropped.</summary>
    [JsonStringEnumMemberName("reject")]
    Reject,

    /// <summary>It is trained on with the changes.</summary>
    [JsonStringEnumMemberName("edit")]
    Edit,
}

/// <summary>An example that a person is to look at: a line of <c>iteration-NN/review.jsonl</c>.</summary>
/// <param name="Example">The example's id.</param>
/// <param name="Why">Why it is shown, such as <c>sampled</c>.</param>
public sealed record ReviewWish(string Example, string Why);
