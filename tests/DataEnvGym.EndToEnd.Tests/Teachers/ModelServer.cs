using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Offline;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.EndToEnd.Tests.Teachers;

/// <summary>A server whose model is as good as the offline teacher. It counts what it sells.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly OfflineTeacher model = new(3, new() { Malformed = 0.3 });
    private readonly Lock gate = new();
    private readonly List<Sale> sales = [];
    private TeacherServer? server;

    /// <summary>Called before each answer is sent.</summary>
    public Action? Selling { get; set; }

    /// <summary>Whether the answer of a sale, told by its number from 0, gets lost on its way.</summary>
    public Func<int, bool> Loses { get; init; } = _ => false;

    /// <summary>The status that a call is answered with in place of an answer; none while the server is well.</summary>
    public Func<int?> Ill { get; set; } = () => null;

    public string Address => server!.Address;

    public IReadOnlyList<Sale> Sales
    {
        get
        {
            lock (gate)
            {
                return [.. sales];
            }
        }
    }

    public static async Task<ModelServer> StartAsync(Func<int, bool>? loses = null)
    {
        var made = new ModelServer { Loses = loses ?? (_ => false) };
        made.server = await TeacherServer.StartAsync(made.AnswerAsync);
        return made;
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private async Task AnswerAsync(ServerCall call, HttpContext context)
    {
        if (Ill() is { } status)
        {
            await TeacherServer.FailAsync(context, status, "not today");
            return;
        }

        var messages = new ChatHistory();
        foreach (var message in call.Body.GetProperty("messages").EnumerateArray())
        {
            var content = message.GetProperty("content");
            var text = content.ValueKind == System.Text.Json.JsonValueKind.String ? content.GetString()! : content[0].GetProperty("text").GetString()!;
            messages.AddMessage(new AuthorRole(message.GetProperty("role").GetString()!), text);
        }

        var settings = new CallSettings(call.Body.GetProperty("max_tokens").GetInt32(), 1, 1, null).ToExecutionSettings();
        var answer = (await model.GetChatMessageContentsAsync(messages, settings))[0];
        var usage = (TokenUsage)answer.Metadata![TokenUsage.MetadataKey]!;
        bool isLost;
        lock (gate)
        {
            isLost = Loses(sales.Count);
            sales.Add(new(call.Body.GetRawText(), usage.Input, usage.Output, isLost));
        }

        Selling?.Invoke();
        if (isLost)
        {
            context.Abort();
            return;
        }

        await TeacherServer.AnswerAsync(context, TeacherServer.Completion(answer.Content, usage.Input, usage.Output));
    }
}

/// <summary>A call that was answered, and what it is charged for, even if the answer never arrived.</summary>
internal sealed record Sale(string Request, long Input, long Output, bool IsLost);
