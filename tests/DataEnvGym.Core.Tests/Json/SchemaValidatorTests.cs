using System.Text.Json.Nodes;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Core.Tests.Json;

public sealed class SchemaValidatorTests
{
    private static readonly JsonObject Schema = JsonNode.Parse("""
        {
          "type": "object",
          "properties": {
            "$schema": { "type": "string" },
            "count": { "type": "integer", "minimum": 1, "maximum": 10 },
            "share": { "type": "number", "minimum": 0, "maximum": 1 },
            "name": { "type": ["string", "null"], "pattern": "^[a-z]{1,8}$" },
            "kind": { "enum": ["big", "small"] },
            "inner": { "type": "object", "properties": { "depth": { "type": "integer" } } }
          }
        }
        """)!.AsObject();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "$schema": "x", "count": 1, "share": 0.5, "name": "abc", "kind": "big", "inner": { "depth": -3 } }""")]
    [InlineData("""{ "count": 10, "share": 1, "name": null, "inner": {} }""")]
    public void Validate_ValidDocument_FindsNothing(string document) => Problems(document).ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "count": "3" }""", "count: expected a whole number, found \"3\".")]
    [InlineData("""{ "count": 1.5 }""", "count: expected a whole number, found 1.5.")]
    [InlineData("""{ "count": 1e1 }""", "count: expected a whole number, found 1e1.")]
    [InlineData("""{ "count": null }""", "count: expected a whole number, found null.")]
    [InlineData("""{ "share": true }""", "share: expected a number, found true.")]
    [InlineData("""{ "name": 3 }""", "name: expected a string or null, found 3.")]
    [InlineData("""{ "inner": [1] }""", "inner: expected an object, found [1].")]
    [InlineData("""{ "inner": { "depth": {} } }""", "inner.depth: expected a whole number, found {}.")]
    [InlineData("[1]", "the document: expected an object, found [1].")]
    public void Validate_WrongType_NamesFieldAndValue(string document, string problem) => Problems(document).ShouldBe([problem]);

    [Theory]
    [InlineData("""{ "count": 0 }""", "count: 0 is too small; the least is 1.")]
    [InlineData("""{ "count": 11 }""", "count: 11 is too large; the most is 10.")]
    [InlineData("""{ "count": 99999999999999999999 }""", "count: 99999999999999999999 is too large; the most is 10.")]
    [InlineData("""{ "share": -0.1 }""", "share: -0.1 is too small; the least is 0.")]
    [InlineData("""{ "share": 1e999 }""", "share: 1e999 is too large; the most is 1.")]
    public void Validate_OutOfRange_NamesTheLimit(string document, string problem) => Problems(document).ShouldBe([problem]);

    [Theory]
    [InlineData("""{ "kind": "bigg" }""", "kind: \"bigg\" is not one of \"big\", \"small\". Did you mean \"big\"?")]
    [InlineData("""{ "kind": 3 }""", "kind: 3 is not one of \"big\", \"small\".")]
    [InlineData("""{ "kind": null }""", "kind: null is not one of \"big\", \"small\".")]
    [InlineData("""{ "kind": ["big"] }""", "kind: [\"big\"] is not one of \"big\", \"small\".")]
    [InlineData("""{ "kind": { "big": 1 } }""", "kind: {\"big\":1} is not one of \"big\", \"small\".")]
    public void Validate_NotInEnum_NamesTheChoices(string document, string problem) => Problems(document).ShouldBe([problem]);

    // The last is one that .NET would let through and JSON Schema does not: $ before a final line break.
    [Theory]
    [InlineData("Abc")]
    [InlineData("abcdefghi")]
    [InlineData("abc\\n")]
    public void Validate_OtherForm_NamesThePattern(string name) =>
        Problems($$"""{ "name": "{{name}}" }""").ShouldHaveSingleItem().ShouldEndWith("does not have the form ^[a-z]{1,8}$.");

    [Fact]
    public void Validate_DigitsOfAnotherScript_AreNoDigits()
    {
        var schema = JsonNode.Parse("""{ "type": "object", "properties": { "year": { "type": "string", "pattern": "^\\d+$" } } }""")!.AsObject();

        SchemaValidator.Validate(schema, JsonNode.Parse("""{ "year": "2024" }""")).ShouldBeEmpty();
        SchemaValidator.Validate(schema, JsonNode.Parse("""{ "year": "٢٠٢٤" }""")).ShouldNotBeEmpty();
    }

    [Fact]
    public void Validate_UnknownField_SuggestsAndLists() =>
        Problems("""{ "inner": { "dept": 1 }, "cuont": 2 }""").ShouldBe(
        [
            "inner.dept: unknown field. Did you mean \"depth\"? The fields here are depth.",
            "cuont: unknown field. Did you mean \"count\"? The fields here are count, share, name, kind, inner.",
        ]);

    [Fact]
    public void Validate_LongValue_IsShortened() =>
        Problems($$"""{ "count": "{{new string('x', 500)}}" }""").ShouldHaveSingleItem().Length.ShouldBeLessThan(120);

    private static List<string> Problems(string document) => SchemaValidator.Validate(Schema, JsonNode.Parse(document));
}
