using System.Text;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Tests.Episodes;

public sealed class SpecProblemsTests
{
    [Fact]
    public void Read_UnknownField_NamesPathAndSuggests() =>
        SpecText.Problems("""{ "stop": { "iteration": 2 } }""").ShouldHaveSingleItem()
            .ShouldStartWith("stop.iteration: unknown field. Did you mean \"iterations\"? The fields here are iterations, examples,");

    [Fact]
    public void Read_EnumSlip_SuggestsTheWord() =>
        SpecText.Problems("""{ "environment": "skilllist", "stop": { "iterations": 1 } }""")
            .ShouldBe(["environment: \"skilllist\" is not one of \"open-ended\", \"skill-list\", \"skill-tree\". Did you mean \"skill-list\"?"]);

    [Theory]
    [InlineData("seed", "\"one\"", "expected a whole number")]
    [InlineData("seed", "-1", "is too small; the least is 0")]
    [InlineData("seed", "-0", "cannot be held by this field")]
    [InlineData("seed", "4294967296", "is too large; the most is 4294967295")]
    [InlineData("name", "\"Has Space\"", "does not have the form")]
    [InlineData("name", "\"line\\n\"", "does not have the form")]
    [InlineData("environment", "null", "is not one of")]
    [InlineData("environment", "{ \"kind\": 1 }", "is not one of")]
    [InlineData("examplesPerIteration", "0", "is too small; the least is 1")]
    [InlineData("task", "null", "expected an object, found null")]
    [InlineData("student", "{ \"name\": \"embeded\" }", "Did you mean \"embedded\"?")]
    [InlineData("stop", "{ \"wallClock\": \"30 min\" }", "does not have the form")]
    [InlineData("stop", "{ \"wallClock\": \"24:00:00\" }", "does not have the form")]
    [InlineData("stop", "{ \"wallClock\": \"٠١:٠٠:٠٠\" }", "does not have the form")]
    [InlineData("stop", "{ \"tokens\": 9223372036854775808 }", "is too large; the most is 1000000000000000")]
    [InlineData("training", "{ \"learningRate\": 0 }", "is too small; the least is 1E-07")]
    public void Read_BadValue_NamesFieldAndRemedy(string field, string value, string problem)
    {
        var found = SpecText.Problems($$"""{ "{{field}}": {{value}} }""");

        found[0].ShouldStartWith(field);
        found[0].ShouldContain(problem);
    }

    [Fact]
    public void Read_SeveralProblems_NamesThemAll()
    {
        var error = Should.Throw<SpecException>(() => SpecText.Read("""{ "seed": -1, "nam": "x", "agent": { "errorsPerOrder": 5000 } }"""));

        error.Problems.Select(problem => problem.Split(':')[0]).ShouldBe(["seed", "nam", "agent.errorsPerOrder"]);
        error.Message.ShouldStartWith("test.json:\n  seed: ");
    }

    [Fact]
    public void Read_OneProblem_IsOneLine() =>
        Should.Throw<SpecException>(() => SpecText.Read("{}")).Message.ShouldStartWith("test.json: stop: no limit is set");

    [Fact]
    public void Read_SameFieldTwice_IsRefused() =>
        SpecText.Problems("""{ "seed": 1, "seed": 2, "stop": { "iterations": 1 } }""")
            .ShouldHaveSingleItem().ShouldStartWith("the document is not valid JSON: Duplicate property 'seed'");

    [Theory]
    [InlineData("{\n  \"seed\": 1\n  \"name\": \"x\"\n}", "line 3, column 3 is not valid JSON")]
    [InlineData("", "line 1, column 1 is not valid JSON")]
    [InlineData("{ \"seed\": 01 }", "line 1, column 12 is not valid JSON")]
    public void Read_InvalidJson_NamesTheLine(string json, string problem) =>
        SpecText.Problems(json).ShouldHaveSingleItem().ShouldStartWith(problem);

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"episode\"")]
    public void Read_NoObject_SaysSo(string json) => SpecText.Problems(json).ShouldHaveSingleItem().ShouldContain("is not a JSON object");

    [Fact]
    public void Read_DocumentOverTheLimit_IsRefusedUnread()
    {
        var spaces = new byte[SpecReader.MaxLength + 1];

        Should.Throw<SpecException>(() => SpecReader.Read(spaces, "big.json")).Message.ShouldBe("big.json: the document has 1,048,577 bytes; at most 1,048,576 are read.");
    }

    [Fact]
    public void Read_TooDeep_IsRefused() =>
        SpecText.Problems(string.Concat(Enumerable.Repeat("{ \"stop\": ", 40)) + "1" + new string('}', 40)).ShouldHaveSingleItem().ShouldContain("not valid JSON");

    [Fact]
    public void Read_TextThatIsNotUtf8_IsRefused()
    {
        byte[] document = [.. "{ \"name\": \""u8, 0xFF, .. "\", \"stop\": { \"iterations\": 1 } }"u8];

        Should.Throw<SpecException>(() => SpecReader.Read(document, "latin.json")).Problems
            .ShouldBe(["line 1, column 11 is not valid JSON: the string is not Unicode text."]);
    }

    // Half of a surrogate pair is valid JSON, but no text.
    [Theory]
    [InlineData("""{ "name": "\ud800", "stop": { "iterations": 1 } }""")]
    [InlineData("""{ "\ud800": 1, "stop": { "iterations": 1 } }""")]
    [InlineData("""{ "task": { "data": "\ud800" }, "stop": { "iterations": 1 } }""")]
    public void Read_HalfASurrogatePair_IsRefused(string json) => SpecText.Problems(json).ShouldHaveSingleItem().ShouldEndWith("the string is not Unicode text.");

    // Editors on Windows like to begin a file with it.
    [Fact]
    public void Read_ByteOrderMark_IsNoPartOfTheDocument() =>
        SpecReader.Read(Encoding.UTF8.GetPreamble().Concat("""{ "stop": { "iterations": 1 } }"""u8.ToArray()).ToArray(), "bom.json").Stop.Iterations.ShouldBe(1);
}
