using System.ClientModel;
using DataEnvGym.Core.Documents;
using DataEnvGym.Teachers.Answers;

namespace DataEnvGym.Teachers;

/// <summary>What a host lends to the teachers of one run that are reached over the network.</summary>
/// <param name="answers">Where the run keeps answers that were paid for. It must outlive the process.</param>
/// <param name="prefix">Put before the names of those documents, such as <c>run/answers/</c>; empty if the store is the run's own.</param>
public sealed class TeacherAccess(IDocumentStore answers, string prefix = "")
{
    internal AnswerStore Answers { get; } = new(answers, prefix);

    /// <summary>Gives Entra tokens for <c>azure-openai</c> without a key; none if the host has no identity.</summary>
    public AuthenticationTokenProvider? Entra { get; init; }

    /// <summary>The clock by which time-outs and pauses run.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Carries the requests, in tests that have no server; the network otherwise.</summary>
    internal HttpMessageHandler? Transport { get; init; }
}
