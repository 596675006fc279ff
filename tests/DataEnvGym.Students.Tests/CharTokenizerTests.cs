using DataEnvGym.Students.Tokenizers;

namespace DataEnvGym.Students.Tests;

public sealed class CharTokenizerTests
{
    [Fact]
    public void Encode_PrintableAndNewline_RoundTrips()
    {
        var text = string.Concat(Enumerable.Range(' ', 95).Select(code => (char)code)) + "\n";

        var tokens = CharTokenizer.Encode(text).ToArray();

        tokens.ShouldBe([.. Enumerable.Range(4, 95), 3]);
        CharTokenizer.Decode(tokens).ShouldBe(text);
    }

    [Theory]
    [InlineData("é")]
    [InlineData("\t")]
    [InlineData("😀")]
    public void Encode_OtherCharacter_IsOneUnknown(string text) => CharTokenizer.Encode(text).ShouldBe([99]);

    [Fact]
    public void Decode_SpecialTokens_WritesOnlyText() => CharTokenizer.Decode([1, 69, 0, 99, 2]).ShouldBe("a\uFFFD");
}
