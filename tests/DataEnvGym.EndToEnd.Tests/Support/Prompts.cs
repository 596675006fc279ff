using System.Text.Encodings.Web;
using System.Text.Json;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Teachers.Prompts;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>Reads what a teacher was told.</summary>
internal static class Prompts
{
    /// <summary>Everything in a call, as one text.</summary>
    public static string Text(this TeacherCall call) => string.Join('\n', call.Messages.Select(message => message.Content));

    /// <summary>The request that a call made, whether at once or in its repair.</summary>
    public static TeacherRequest Request(this TeacherCall call) =>
        DataBlock.Read(call.Messages.First(message => message.Role == AuthorRole.User).Content!, out _)!;

    /// <summary>The calls that asked for examples.</summary>
    public static List<(TeacherCall Call, WriteExamplesRequest Request)> Writing(this Diary diary) =>
        [.. diary.Of<TeacherCall>().Where(call => call.Request() is WriteExamplesRequest).Select(call => (call, (WriteExamplesRequest)call.Request()))];

    /// <summary>Whether some call quotes a text as a whole: math prompts are too short to be looked for as parts of others.</summary>
    public static bool Quotes(this Diary diary, string text)
    {
        var quoted = $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"".Replace("`", "\\u0060", StringComparison.Ordinal);
        return diary.Of<TeacherCall>().Any(call => call.Text().Contains(quoted, StringComparison.Ordinal));
    }

    /// <summary>How many of the items some call quotes.</summary>
    public static int CountQuoted(this Diary diary, IEnumerable<Item> items) => items.Count(item => diary.Quotes(item.Prompt));
}
