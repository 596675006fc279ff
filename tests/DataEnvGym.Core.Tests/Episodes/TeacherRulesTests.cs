using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Tests.Episodes;

public sealed class TeacherRulesTests
{
    private const string Stop = """ "stop": { "iterations": 1 } """;

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{ "kind": "openai", "model": "gpt-4.1-mini", "apiKeyVariable": "OPENAI_API_KEY" }""")]
    [InlineData("""{ "kind": "azure-openai", "model": "deployed", "endpoint": "https://name.openai.azure.com" }""")]
    [InlineData("""{ "kind": "azure-openai", "model": "deployed", "endpoint": "https://name.openai.azure.com", "apiKeyVariable": "AZURE_OPENAI_API_KEY" }""")]
    [InlineData("""{ "kind": "openai-compatible", "model": "qwen3:8b", "endpoint": "http://localhost:11434/v1", "structuredOutput": "prompt", "timeout": "00:10:00" }""")]
    [InlineData("""{ "kind": "openai-compatible", "model": "m", "endpoint": "http://10.0.0.7:8000/v1" }""")]
    [InlineData("""{ "kind": "openai-compatible", "model": "m", "endpoint": "http://127.0.0.1:8000/v1", "apiKeyVariable": "VLLM_API_KEY" }""")]
    [InlineData("""{ "kind": "openai-compatible", "model": "m", "endpoint": "http://localhost/v1", "requestsPerMinute": 60, "tokensPerMinute": 90000, "streaming": true }""")]
    [InlineData("""{ "kind": "replay", "fixtures": "recording.jsonl" }""")]
    [InlineData("""{ "kind": "replay", "fixtures": "recording.jsonl", "model": "m" }""")]
    public void Read_CompleteTeacher_Passes(string teacher) => SpecText.Read($$"""{ "teacher": {{teacher}}, {{Stop}} }""").Teacher.ShouldNotBeNull();

    [Theory]
    [InlineData("""{ "model": "m" }""", "teacher.model: the offline teacher calls no service; leave it out")]
    [InlineData("""{ "kind": "openai", "apiKeyVariable": "OPENAI_API_KEY" }""", "teacher.model: \"openai\" needs the name of a model")]
    [InlineData("""{ "kind": "openai", "model": "m" }""", "teacher.apiKeyVariable: \"openai\" needs a key; set it to the name of the environment variable")]
    [InlineData("""{ "kind": "azure-openai", "model": "m" }""", "teacher.endpoint: \"azure-openai\" needs the address of the service; set it, such as \"https://NAME")]
    [InlineData("""{ "kind": "openai-compatible", "model": "m" }""", "teacher.endpoint: \"openai-compatible\" needs the address of the service; set it, such as \"http://localhost:8000/v1\"")]
    [InlineData("""{ "kind": "openai-compatible", "model": "m", "endpoint": "localhost:8000" }""", "teacher.endpoint: \"localhost:8000\" is no address")]
    [InlineData("""{ "kind": "openai-compatible", "model": "m", "endpoint": "file:///etc/passwd" }""", "teacher.endpoint: \"file:///etc/passwd\" is no address")]
    [InlineData("""{ "kind": "openai-compatible", "model": "m", "endpoint": "https://a:b@host/v1" }""", "teacher.endpoint: \"https://a:b@host/v1\" is no address")]
    [InlineData("""{ "kind": "openai-compatible", "model": "m", "endpoint": "http://host/v1", "apiKeyVariable": "X_API_KEY" }""", "teacher.endpoint: \"http://host/v1\" would send the key over the network in clear")]
    [InlineData("""{ "kind": "azure-openai", "model": "m", "endpoint": "http://host" }""", "teacher.endpoint: \"http://host\" would send the key")]
    [InlineData("""{ "kind": "openai-compatible", "model": "m", "endpoint": "http://host/v1", "faults": { "wrong": 0.5 } }""", "teacher.faults: only the offline teacher")]
    [InlineData("""{ "timeout": "00:00:00" }""", "teacher.timeout: 00:00:00 is not above zero and at most an hour")]
    [InlineData("""{ "timeout": "01:00:01" }""", "teacher.timeout: 01:00:01 is not above zero and at most an hour")]
    [InlineData("""{ "requestsPerMinute": 3 }""", "teacher.requestsPerMinute: the offline teacher calls no service; leave it out")]
    [InlineData("""{ "streaming": true }""", "teacher.streaming: the offline teacher calls no service")]
    [InlineData("""{ "fixtures": "x" }""", "teacher.fixtures: only \"replay\" plays a recording; leave it out with \"offline\"")]
    [InlineData("""{ "kind": "replay" }""", "teacher.fixtures: \"replay\" needs a recording; set it to the file")]
    [InlineData("""{ "kind": "replay", "fixtures": "x", "endpoint": "http://localhost/v1" }""", "teacher.endpoint: \"replay\" calls no service")]
    [InlineData("""{ "kind": "replay", "fixtures": "x", "faults": { "wrong": 0.5 } }""", "teacher.faults: only the offline teacher")]
    public void Read_TeacherThatLacksOrMixes_NamesTheFieldAndTheRemedy(string teacher, string problem) =>
        SpecText.Problems($$"""{ "teacher": {{teacher}}, {{Stop}} }""").ShouldHaveSingleItem().ShouldStartWith(problem);

    // Pasted where the name of its variable belongs: the error goes to screens and logs.
    [Fact]
    public void Read_KeyInPlaceOfItsVariable_IsNotRepeated()
    {
        var problem = SpecText.Problems($$"""{ "teacher": { "kind": "openai", "model": "m", "apiKeyVariable": "sk-canary-1234" }, {{Stop}} }""").ShouldHaveSingleItem();

        problem.ShouldStartWith("teacher.apiKeyVariable: ");
        problem.ShouldNotContain("canary");
    }

    [Fact]
    public void Read_TeacherOfARole_HasTheDefaultsOfATeacher()
    {
        var spec = SpecText.Read($$"""{ "teachers": { "labeller": { "kind": "openai", "model": "m", "apiKeyVariable": "CHEAP_API_KEY", "tries": 2 } }, {{Stop}} }""");
        spec.TeacherFor(TeacherRole.Labeller).ShouldBe(new TeacherSpec { Kind = "openai", Model = "m", ApiKeyVariable = "CHEAP_API_KEY", Tries = 2 });
        spec.TeacherFor(TeacherRole.Writer).ShouldBe(new TeacherSpec());
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(""", "price": { "outputPerMillion": 1.6 } """, true)]
    public void Read_MoneyLimit_NeedsPrices(string price, bool fine)
    {
        var json = $$"""{ "teacher": { "kind": "openai-compatible", "model": "m", "endpoint": "http://localhost/v1" {{price}} }, "stop": { "money": 1 } }""";
        if (fine)
        {
            SpecText.Read(json).Stop.Money.ShouldBe(1);
        }
        else
        {
            SpecText.Problems(json).ShouldHaveSingleItem().ShouldStartWith("teacher.price: is not set, so that stop.money would count nothing");
        }
    }

    // A key by mistake in place of its variable's name must not get into a run.
    [Theory]
    [InlineData("sk-proj-abcdef")]
    [InlineData("openai_api_key")]
    [InlineData("Storage__ConnectionString")]
    public void Read_NoVariablesName_IsRefused(string value) =>
        SpecText.Problems($$"""{ "teacher": { "kind": "openai", "model": "m", "apiKeyVariable": "{{value}}" }, {{Stop}} }""").ShouldHaveSingleItem().ShouldStartWith("teacher.apiKeyVariable: ");
}
