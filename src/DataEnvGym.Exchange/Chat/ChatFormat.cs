namespace DataEnvGym.Exchange.Chat;

/// <summary>Forms of a line of JSON that holds a question and a response.</summary>
public enum ChatFormat
{
    /// <summary>
    /// <c>{"messages":[{"role":"user","content":…},{"role":"assistant","content":…}]}</c>, as OpenAI's fine-tuning takes it. A line holds nothing else, because
    /// unknown fields are refused there.
    /// </summary>
    OpenAI,

    /// <summary><c>{"id":…,"conversations":[{"from":"human","value":…},{"from":"gpt","value":…}],"metadata":{…}}</c>.</summary>
    ShareGpt,

    /// <summary><c>{"instruction":…,"input":"","output":…,"metadata":{…}}</c>, as in Stanford Alpaca.</summary>
    Alpaca,
}
