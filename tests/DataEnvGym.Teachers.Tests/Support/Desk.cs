using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Tests.Support;

/// <summary>Asks a server through the whole stack: structured chat, kept answers, tries and the real connector.</summary>
internal sealed class Desk
{
    public const string Canary = "sk-canary-0123456789abcdef";
    public const string Good = """{"subskills":["carrying"]}""";

    public Desk(string endpoint, bool streaming = false)
    {
        Spec = new()
        {
            Kind = TeacherKinds.Compatible, Model = "test-model", Endpoint = endpoint, ApiKeyVariable = "TEST_API_KEY", MaxTokensPerCall = 100, Temperature = 0.5,
            Timeout = TimeSpan.FromSeconds(59), Price = new() { InputPerMillion = 2, OutputPerMillion = 10 }, Tries = 4, Streaming = streaming,
        };
    }

    public TeacherSpec Spec { get; init; }

    public MemoryDocuments Documents { get; init; } = new();

    /// <summary>Where answers are kept, if it is not simply <see cref="Documents"/>.</summary>
    public IDocumentStore? Kept { get; init; }

    public HurriedTime? Time { get; private set; }

    public Ledger Ledger { get; private set; } = new(Allowance.Unlimited);

    /// <summary>One question, by a program that has just started.</summary>
    public Task<ChatOutcome<ProposeSubskillsAnswer>> AskAsync(Allowance? allowance = null, ulong seed = 3, CancellationToken cancellationToken = default)
    {
        Time = new(Spec.Timeout);
        Ledger = new(allowance ?? Allowance.Unlimited);
        var access = new TeacherAccess(Kept ?? Documents) { Time = Time, Variable = name => name == "TEST_API_KEY" ? Canary : null };
        return new StructuredChat(TeacherFactory.Create(Spec, 1, access), Spec).AskAsync(
            new ChatQuestion("Rules.", "Request."), TeacherJson.Default.ProposeSubskillsAnswer, Ledger, seed, cancellationToken);
    }
}
