using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Provenance;

/// <summary>The messages that a teacher was sent for an example. Their hash is the one that the example names.</summary>
/// <param name="Hash">SHA-256 of the messages.</param>
/// <param name="Origin">How they were found.</param>
/// <param name="Messages">In order.</param>
public sealed record RenderedPrompt(string Hash, string Origin, IReadOnlyList<RenderedMessage> Messages)
{
    internal static RenderedPrompt Of(string hash, string origin, ChatHistory messages) =>
        new(hash, origin, [.. messages.Select(message => new RenderedMessage(message.Role.Label, message.Content ?? ""))]);
}

/// <summary>One message.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Content">Its text.</param>
public sealed record RenderedMessage(string Role, string Content);
