using DataEnvGym.Core.Students;
using DataEnvGym.Students.Tokenizers;

namespace DataEnvGym.Students.Training;

/// <summary>An example as tokens: begin, prompt, target, end.</summary>
/// <param name="Tokens">All of them; the last is read by nobody, only written.</param>
/// <param name="PromptLength">Tokens that are given: begin and prompt. The others are learned.</param>
internal sealed record EncodedExample(int[] Tokens, int PromptLength)
{
    /// <summary>Tokens that the student reads.</summary>
    public int Length => Tokens.Length - 1;

    /// <summary>Tokens that it learns to write: target and end.</summary>
    public int TargetLength => Tokens.Length - PromptLength;

    public static EncodedExample From(TrainingText text)
    {
        int[] prompt = [CharTokenizer.Begin, .. CharTokenizer.Encode(text.Prompt)];
        return new EncodedExample([.. prompt, .. CharTokenizer.Encode(text.Target), CharTokenizer.End], prompt.Length);
    }
}
