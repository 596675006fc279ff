namespace DataEnvGym.Core.Students;

/// <summary>What a student is trained on: it is shown the prompt and learns to write the target.</summary>
/// <param name="Prompt">Text before the answer. No loss is taken on it.</param>
/// <param name="Target">Text that the student should write, without an end mark.</param>
public sealed record TrainingText(string Prompt, string Target);
