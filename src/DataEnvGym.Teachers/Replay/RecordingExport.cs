using System.Text.Json;
using DataEnvGym.Core.Documents;
using DataEnvGym.Teachers.Answers;
using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Replay;

/// <summary>Makes a recording of the answers that a run has kept.</summary>
public static class RecordingExport
{
    /// <summary>Writes each kept answer as a line of JSON, <c>{"call":…,"answer":…}</c>. There is no key in it: questions hold none.</summary>
    /// <param name="answers">Where the run keeps its answers.</param>
    /// <param name="names">Their names there.</param>
    /// <param name="output">Takes the recording.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many were written, and how many left out because they were kept without their questions, as earlier versions did, or never came.</returns>
    public static async Task<(int Written, int LeftOut)> WriteAsync(
        IDocumentStore answers, IEnumerable<string> names, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(output);
        var (written, leftOut) = (0, 0);
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            if (await answers.FindAsync(name, cancellationToken) is not { } document || AnswerStore.Read(name, document) is not { Call: { } call, End: not AnswerEnd.Lost } answer)
            {
                leftOut++;
                continue;
            }

            await JsonSerializer.SerializeAsync(output, new(call, answer with { Call = null }), AnswerJson.Default.RecordedAnswer, cancellationToken);
            output.WriteByte((byte)'\n');
            written++;
        }

        return (written, leftOut);
    }
}
