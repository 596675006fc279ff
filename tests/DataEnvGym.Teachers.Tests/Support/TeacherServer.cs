using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DataEnvGym.Teachers.Tests.Support;

/// <summary>A call as the server saw it.</summary>
/// <param name="Number">0 for the first.</param>
/// <param name="Path">The path of the request.</param>
/// <param name="Authorization">Who says to be asking.</param>
/// <param name="Body">The request.</param>
public sealed record ServerCall(int Number, string Path, string Authorization, JsonElement Body);

/// <summary>A server on this machine that speaks the OpenAI chat API, by script.</summary>
public sealed class TeacherServer : IAsyncDisposable
{
    private const string StreamKey = "stream";
    private const int PieceLength = 7;

    private readonly WebApplication app;
    private readonly ConcurrentQueue<ServerCall> calls = new();
    private int count;

    private TeacherServer(Func<ServerCall, HttpContext, Task> script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async context =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            var call = new ServerCall(
                Interlocked.Increment(ref count) - 1, context.Request.Path, context.Request.Headers.Authorization.ToString(), body.RootElement.Clone());
            calls.Enqueue(call);
            context.Items[StreamKey] = call.Body.TryGetProperty("stream", out var stream) && stream.GetBoolean();
            await script(call, context);
        });
    }

    public IReadOnlyList<ServerCall> Calls => [.. calls];

    public string Address => $"{app.Urls.First()}/v1";

    public static async Task<TeacherServer> StartAsync(Func<ServerCall, HttpContext, Task> script)
    {
        var server = new TeacherServer(script);
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    /// <summary>A completion in the form of the API.</summary>
    public static JsonObject Completion(string? text, long input = 10, long output = 5, string finish = "stop", string? refusal = null, long cached = 0) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1_700_000_000,
        ["model"] = "test-model",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text, ["refusal"] = refusal },
            ["finish_reason"] = finish,
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = input, ["completion_tokens"] = output, ["total_tokens"] = input + output, ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = cached } },
    };

    /// <summary>Answers, in one piece or in many, as the request wants it.</summary>
    public static Task AnswerAsync(HttpContext context, JsonNode answer) => context.Response.WriteAsync(Body(context, answer));

    /// <summary>What <see cref="AnswerAsync"/> sends.</summary>
    public static string Body(HttpContext context, JsonNode answer)
    {
        var streams = context.Items[StreamKey] is true && answer["object"] is not null;
        context.Response.ContentType = streams ? "text/event-stream" : "application/json";
        return streams ? string.Concat(Pieces(answer).Append("[DONE]").Select(piece => $"data: {piece}\n\n")) : answer.ToJsonString();
    }

    private static IEnumerable<string> Pieces(JsonNode answer)
    {
        if (answer["choices"] is JsonArray { Count: > 0 } choices)
        {
            var (message, finish) = (choices[0]!["message"]!, choices[0]!["finish_reason"]!.GetValue<string>());
            var (name, text) = message["refusal"] is { } refusal ? ("refusal", refusal.GetValue<string>()) : ("content", message["content"]?.GetValue<string>() ?? "");
            foreach (var part in text.Chunk(PieceLength))
            {
                yield return Piece(new() { ["role"] = "assistant", [name] = new string(part) }, null);
            }

            yield return Piece([], finish);
        }

        if (answer["usage"] is { } usage)
        {
            yield return Chunk([], usage.DeepClone());
        }

        static string Piece(JsonObject delta, string? finish) => Chunk([new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }], null);

        static string Chunk(JsonArray choices, JsonNode? usage) => new JsonObject
        {
            ["id"] = "chatcmpl-1", ["object"] = "chat.completion.chunk", ["created"] = 1_700_000_000, ["model"] = "test-model", ["choices"] = choices, ["usage"] = usage,
        }.ToJsonString();
    }

    public static Task FailAsync(HttpContext context, int status, string message, string code = "error", string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return AnswerAsync(context, new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["code"] = code, ["type"] = code } });
    }
}
