using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Offline;
using DataEnvGym.Teachers.Prompts;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Tests.Support;

/// <summary>Talks to the offline teacher as a chat client would.</summary>
internal static class Offline
{
    public static OfflineTeacher Teacher(ulong seed = 1, TeacherFaults? faults = null) => new(seed, faults ?? new TeacherFaults());

    public static ChatHistory Messages(string user)
    {
        var messages = new ChatHistory("You are a teacher.");
        messages.AddUserMessage(user);
        return messages;
    }

    public static async Task<string> AskAsync(this OfflineTeacher teacher, string user, int maxTokens = 100_000)
    {
        var settings = new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { ["max_tokens"] = maxTokens } };
        return (await teacher.GetChatMessageContentsAsync(Messages(user), settings)).ShouldHaveSingleItem().Content.ShouldNotBeNull();
    }

    public static Task<string> AskAsync(this OfflineTeacher teacher, TeacherRequest request) => teacher.AskAsync(DataBlock.Write(request));

    public static async Task<WriteExamplesAnswer> WriteAsync(
        this OfflineTeacher teacher, int count, string? skill = null, IEnumerable<string>? errors = null, string batch = "b")
    {
        var shown = (errors ?? []).Select(prompt => new ErrorToShow(prompt, "?", "?"));
        var text = await teacher.AskAsync(new WriteExamplesRequest(count, [.. shown], batch) { Skill = skill });
        return System.Text.Json.JsonSerializer.Deserialize(text, TeacherJson.Default.WriteExamplesAnswer).ShouldNotBeNull();
    }
}
