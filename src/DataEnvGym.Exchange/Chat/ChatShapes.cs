namespace DataEnvGym.Exchange.Chat;

/// <summary>A line of <see cref="ChatFormat.OpenAI"/>.</summary>
internal sealed record OpenAILine(IReadOnlyList<OpenAIMessage> Messages);

/// <summary>One message of it.</summary>
internal sealed record OpenAIMessage(string Role, string Content);

/// <summary>A line of <see cref="ChatFormat.ShareGpt"/>.</summary>
internal sealed record ShareGptLine(IReadOnlyList<ShareGptTurn> Conversations, string? Id = null, ExampleMetadata? Metadata = null);

/// <summary>One turn of it.</summary>
internal sealed record ShareGptTurn(string From, string Value);

/// <summary>A line of <see cref="ChatFormat.Alpaca"/>.</summary>
internal sealed record AlpacaLine(string Instruction, string Output, string? Input = null, ExampleMetadata? Metadata = null);
