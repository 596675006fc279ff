using System.Text.Json;
using DataEnvGym.Core.Documents;
using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Answers;

/// <summary>Keeps answers under the SHA-256 of all that decided them.</summary>
internal sealed class AnswerStore(IDocumentStore documents, string prefix)
{
    /// <summary>The document in which the answer to a call is kept.</summary>
    public string NameOf(CallContent call) =>
        $"{prefix}{CallHash.Of(call)}.json";

    /// <summary>The answer to a call, or that it was asked for, if it is there.</summary>
    /// <exception cref="TeacherException">The document is damaged.</exception>
    public async Task<StoredAnswer?> FindAsync(CallContent call, CancellationToken cancellationToken)
    {
        var name = NameOf(call);
        return await documents.FindAsync(name, cancellationToken) is { } found ? Read(name, found) : null;
    }

    /// <summary>Reads an answer.</summary>
    /// <exception cref="TeacherException">The document is damaged.</exception>
    public static StoredAnswer Read(string name, StoredDocument found)
    {
        try
        {
            return JsonSerializer.Deserialize(found.Content.Span, AnswerJson.Default.StoredAnswer) ?? throw new JsonException("It is null.");
        }
        catch (JsonException error)
        {
            throw new TeacherException($"The kept answer {name} is damaged: {error.Message} Delete it to have the teacher asked again, which may cost money.");
        }
    }

    /// <summary>Keeps an answer.</summary>
    public Task PutAsync(CallContent call, StoredAnswer answer, CancellationToken cancellationToken) =>
        documents.PutAsync(NameOf(call), JsonSerializer.SerializeToUtf8Bytes(answer, AnswerJson.Default.StoredAnswer), cancellationToken);

    /// <summary>Notes how many requests for an answer were sent without one having come.</summary>
    public Task NoteLostAsync(CallContent call, int lost, CancellationToken cancellationToken) =>
        lost == 0 ? documents.DeleteAsync(NameOf(call), cancellationToken) : PutAsync(call, StoredAnswer.Awaited(lost), cancellationToken);
}
