namespace DataEnvGym.Teachers.Chat;

/// <summary>How an answer ended, as a teacher reports it under the metadata key <see cref="AnswerEnds.MetadataKey"/>.</summary>
internal enum AnswerEnd
{
    /// <summary>Where the model ended it.</summary>
    Complete,

    /// <summary>At the most tokens that it was allowed.</summary>
    CutOff,

    /// <summary>The model, or a filter before or after it, would not answer.</summary>
    Refused,

    /// <summary>There is none: requests were sent, none came back, and the budget covers no other.</summary>
    Lost,
}

/// <summary>Reads how an answer ended.</summary>
internal static class AnswerEnds
{
    public const string MetadataKey = "AnswerEnd";

    public static AnswerEnd From(IReadOnlyDictionary<string, object?>? metadata) =>
        metadata?.GetValueOrDefault(MetadataKey) is AnswerEnd end ? end : AnswerEnd.Complete;
}
