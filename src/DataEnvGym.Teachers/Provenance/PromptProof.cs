using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Traces;
using DataEnvGym.Teachers.Answers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Provenance;

/// <summary>
/// Shows what a teacher was sent for an example, and proves it: messages count only if their SHA-256 is the one that the example has named since it was written.
/// </summary>
public static class PromptProof
{
    /// <summary>
    /// Makes the messages again from what the run wrote down: its spec, the order, and the student's errors. Which of the order's calls it was follows from the
    /// example's seed; how many examples it asked for is tried out.
    /// </summary>
    /// <param name="spec">The run's spec.</param>
    /// <param name="words">The words of the task's domain.</param>
    /// <param name="trace">The example's trace.</param>
    /// <returns>The messages; nothing for a selected item, and if this program asks in other words than the one that asked.</returns>
    public static RenderedPrompt? Render(EpisodeSpec spec, PromptSet words, ExampleTrace trace)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(trace);
        var source = trace.Example.Provenance.Source;
        if (source.PromptHash is not { } hash || FindCall(spec, trace) is not { } call)
        {
            return null;
        }

        var schema = words.CheckRules is null ? AnswerSchema.Of(TeacherJson.Default.WriteExamplesAnswer) : AnswerSchema.Of(TeacherJson.Default.WriteCheckedExamplesAnswer);
        for (var count = spec.TeacherFor(Core.Teachers.TeacherRole.Writer).ExamplesPerCall; count > 0; count--)
        {
            var messages = StructuredChat.MessagesOf(call.Question(words, count, trace.Why.Errors, trace.Why.Items ?? []), schema);
            foreach (var unread in trace.Writing.Calls.Where(record => record is { Problem: not null, Raw: not null }))
            {
                StructuredChat.AddRepair(messages, new(unread.Raw!, unread.Problem!));
            }

            if (PromptHash.Of(messages) == hash)
            {
                return RenderedPrompt.Of(hash, "made again from spec, order and errors", messages);
            }
        }

        return null;
    }

    /// <summary>Looks for the messages among the answers that a run has kept.</summary>
    /// <param name="answers">Where the run keeps its answers.</param>
    /// <param name="names">Their names there.</param>
    /// <param name="hash">SHA-256 of the messages.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static async Task<RenderedPrompt?> FindKeptAsync(IDocumentStore answers, IEnumerable<string> names, string hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names)
        {
            if (await answers.FindAsync(name, cancellationToken) is { } document && AnswerStore.Read(name, document).Call is { } call)
            {
                var messages = new ChatHistory(call.Messages.Select(message => new ChatMessageContent(new AuthorRole(message.Role), message.Content)));
                if (PromptHash.Of(messages) == hash)
                {
                    return RenderedPrompt.Of(hash, $"kept with the answer, in {name}", messages);
                }
            }
        }

        return null;
    }

    private static WritingCall? FindCall(EpisodeSpec spec, ExampleTrace trace)
    {
        var (made, order) = (trace.Example.Provenance, trace.Why.Order);
        var seed = GenerateActivity.SeedOf(spec);
        for (var round = 0; round <= spec.Curation.TopUps; round++)
        {
            var orderSeed = WritingCall.OrderSeed(seed, made.Iteration, round, order.Id);
            for (var number = 1; number <= order.Count; number++)
            {
                var call = new WritingCall(made.Iteration, round, order.Id, order.Skill, number);
                if (call.Seed(orderSeed) == made.Source.Seed)
                {
                    return call;
                }
            }
        }

        return null;
    }
}
