using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Text;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Tests.Remote;

public sealed class RequestTests
{
    private static Task<TeacherServer> ServerAsync() => TeacherServer.StartAsync((_, context) => TeacherServer.AnswerAsync(context, TeacherServer.Completion(Desk.Good)));

    [Fact]
    public async Task Ask_Schema_SendsAllThatTheSpecSays()
    {
        await using var server = await ServerAsync();
        var outcome = await new Desk(server.Address).AskAsync();

        outcome.Value.ShouldNotBeNull().Subskills.ShouldBe(["carrying"]);
        outcome.Spend.ShouldBe(new Spend(1, 10, 5, 0.00007m));
        var call = server.Calls.ShouldHaveSingleItem();
        call.Path.ShouldBe("/v1/chat/completions");
        call.Authorization.ShouldBe($"Bearer {Desk.Canary}");
        var body = call.Body;
        body.GetProperty("model").GetString().ShouldBe("test-model");
        body.GetProperty("temperature").GetDouble().ShouldBe(0.5);
        body.GetProperty("seed").GetInt64().ShouldBe(3);
        body.GetProperty("max_tokens").GetInt32().ShouldBe(100);
        body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()).ShouldBe(["system", "user"]);
        body.GetProperty("messages")[1].GetProperty("content").ToString().ShouldContain("Request.");
        var format = body.GetProperty("response_format");
        format.GetProperty("type").GetString().ShouldBe("json_schema");
        var schema = format.GetProperty("json_schema");
        schema.GetProperty("strict").GetBoolean().ShouldBeTrue();
        schema.GetProperty("schema").GetProperty("type").ToString().ShouldBe("object");
        schema.GetProperty("schema").GetProperty("required")[0].GetString().ShouldBe("subskills");
    }

    [Fact]
    public async Task Ask_PromptOnly_SendsNoResponseFormatButTheSchemaInThePrompt()
    {
        await using var server = await ServerAsync();
        var desk = new Desk(server.Address);
        await new Desk(server.Address) { Spec = desk.Spec with { StructuredOutput = StructuredOutput.Prompt } }.AskAsync();

        var body = server.Calls.ShouldHaveSingleItem().Body;
        body.TryGetProperty("response_format", out _).ShouldBeFalse();
        body.GetProperty("messages")[0].GetProperty("content").ToString().ShouldContain("JSON Schema");
    }

    [Fact]
    public async Task Ask_OpenAI_NamesTheLimitAsItsModelsWantIt()
    {
        await using var server = await ServerAsync();
        var desk = new Desk(server.Address);
        var outcome = await new Desk(server.Address) { Spec = desk.Spec with { Kind = TeacherKinds.OpenAI } }.AskAsync();

        outcome.Value.ShouldNotBeNull();
        var body = server.Calls.ShouldHaveSingleItem().Body;
        body.GetProperty("max_completion_tokens").GetInt32().ShouldBe(100);
        body.TryGetProperty("max_tokens", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Ask_AzureWithoutKey_UsesTheHostsTokenAtTheV1Endpoint()
    {
        using var wire = new Wire();
        var spec = new TeacherSpec { Kind = TeacherKinds.AzureOpenAI, Model = "deployed", Endpoint = "https://name.openai.azure.com" };
        var access = new TeacherAccess(new MemoryDocuments()) { Transport = wire, Entra = new Tokens() };

        var answer = await TeacherFactory.Create(spec, 1, access).GetChatMessageContentsAsync(new ChatHistory("Hello."), new CallSettings(10, 1, 1, null).ToExecutionSettings());

        answer[0].Content.ShouldBe(Desk.Good);
        wire.Seen.ShouldBe(("https://name.openai.azure.com/openai/v1/chat/completions", "Bearer entra-token for https://cognitiveservices.azure.com/.default"));
    }

    [Fact]
    public void Create_AzureWithoutKeyAndIdentity_SaysWhatToSet() =>
        Should.Throw<TeacherException>(() => TeacherFactory.Create(
            new() { Kind = TeacherKinds.AzureOpenAI, Model = "m", Endpoint = "https://name.openai.azure.com" }, 1, new(new MemoryDocuments())))
        .Message.ShouldStartWith("teacher.apiKeyVariable is not set");

    [Fact]
    public void Create_KeyNotSet_NamesTheVariable() =>
        Should.Throw<TeacherException>(() => TeacherFactory.Create(
            new() { Kind = TeacherKinds.OpenAI, Model = "m", ApiKeyVariable = "SOME_API_KEY" }, 1, new(new MemoryDocuments()) { Variable = _ => " " }))
        .Message.ShouldStartWith("The environment variable SOME_API_KEY, which teacher.apiKeyVariable names, is not set");

    private sealed class Wire : HttpMessageHandler
    {
        public (string Address, string Authorization) Seen { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen = (request.RequestUri!.AbsoluteUri, request.Headers.GetValues("Authorization").Single());
            var content = new StringContent(TeacherServer.Completion(Desk.Good).ToJsonString(), Encoding.UTF8, "application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        }
    }

    private sealed class Tokens : AuthenticationTokenProvider
    {
        public override GetTokenOptions? CreateTokenOptions(IReadOnlyDictionary<string, object> properties) => new(properties);

        public override AuthenticationToken GetToken(GetTokenOptions options, CancellationToken cancellationToken)
        {
            var scopes = (ReadOnlyMemory<string>)options.Properties[GetTokenOptions.ScopesPropertyName];
            return new($"entra-token for {scopes.Span[0]}", "Bearer", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AuthenticationToken> GetTokenAsync(GetTokenOptions options, CancellationToken cancellationToken) => new(GetToken(options, cancellationToken));
    }
}
