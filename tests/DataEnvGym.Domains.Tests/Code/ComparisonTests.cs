using System.Text.Json;
using DataEnvGym.Domains.Code.Testing;

namespace DataEnvGym.Domains.Tests.Code;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData("1 2\n", "1 2", OutputMatch.Text)]
    [InlineData("1 2\n3\n", "1 2  \n  3", OutputMatch.Lines)]
    [InlineData("1 2\n3\n", "1\n2 3", OutputMatch.Words)]
    [InlineData("a  b", "a b", OutputMatch.Words)]
    [InlineData("0.5", "0.5000001", OutputMatch.Numbers)]
    [InlineData("1000000000.0", "1000000001", OutputMatch.Numbers)]
    [InlineData("1.0", "1", OutputMatch.Numbers)]
    [InlineData("3 1 2", "1 2 3", OutputMatch.AnyOrder)]
    [InlineData("10000000", "10000001", null)]
    [InlineData("0.5", "0.50001", null)]
    [InlineData("0.5", "0.5000015", null)]
    [InlineData("1 2", "1 2 2", null)]
    [InlineData("1 1 2", "1 2 2", null)]
    [InlineData("yes", "YES", null)]
    [InlineData("1", "", null)]
    [InlineData("nan", "nan.", null)]
    public void Match_TwoTexts_FindsTheFirstRung(string expected, string actual, OutputMatch? rung) => OutputComparison.Match(expected, actual).ShouldBe(rung);

    [Theory]
    [InlineData("1", "1", true)]
    [InlineData("1", "2", false)]
    [InlineData("1", "1.0", true)]
    [InlineData("0.1", "0.10000000001", true)]
    [InlineData("0.1", "0.1001", false)]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567891", false)]
    [InlineData("true", "1", false)]
    [InlineData("true", "true", true)]
    [InlineData("true", "false", false)]
    [InlineData("null", "null", true)]
    [InlineData("null", "false", false)]
    [InlineData("\"a\"", "\"A\"", false)]
    [InlineData("[1,2]", "[1,2]", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[1,2]", "[1,3]", false)]
    [InlineData("[1,2]", "[1,2,3]", false)]
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", true)]
    [InlineData("{\"a\":1,\"b\":2}", "{\"a\":1,\"b\":3}", false)]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b\":2}", false)]
    [InlineData("{\"a\":1}", "{\"b\":1}", false)]
    [InlineData("\"1\"", "1", false)]
    public void Same_TwoValues_ComparesThemByKind(string expected, string actual, bool same) => JsonValues.Same(Json(expected), Json(actual)).ShouldBe(same);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
