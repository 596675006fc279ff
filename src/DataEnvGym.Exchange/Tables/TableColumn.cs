using Parquet.Schema;

namespace DataEnvGym.Exchange.Tables;

/// <summary>A column of a table of examples.</summary>
/// <param name="Field">Its name and type in Parquet.</param>
/// <param name="Feature">Its type in the words of Hugging Face's <c>datasets</c>.</param>
/// <param name="About">What stands in it.</param>
/// <param name="Get">Its value for a row.</param>
internal sealed record TableColumn(Field Field, string Feature, string About, Func<TaughtText, object?> Get)
{
    public string Name => Field.Name;

    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<TableColumn> All { get; } =
    [
        Text("id", "unique; follows from run, iteration and content", text => text.Example.Id),
        Text("prompt", "the question", text => text.Example.Prompt),
        Text("response", "what the student learned to write: solution and answer as one text", text => text.Response),
        Text("solution", "the worked solution; may be empty", text => text.Example.Solution),
        Text("answer", "the final answer", text => text.Example.Answer),
        Optional("check", "what the answer was checked by, if the task needs something for it", text => text.Example.Check),
        Optional("skill", "the skill that was ordered, if any", text => text.Example.Skill),
        Text("episode", "the run's episode", text => text.Example.Provenance.Episode),
        new(new DataField<int>("iteration", nullable: false), "int32", "iteration of the loop, from 1; 0 for an example that was imported", text => text.Example.Provenance.Iteration),
        Text("agent", "the agent's kind", text => text.Example.Provenance.Agent),
        Text("policy", "the policy that ordered it", text => text.Example.Provenance.Policy),
        Text("order", "the order in the iteration's plan", text => text.Example.Provenance.Order),
        Text("teacher", "who wrote it; `train` for an item that was selected", text => text.Example.Provenance.Source.Writer),
        Optional("prompt_hash", "SHA-256 of the messages that asked for it", text => text.Example.Provenance.Source.PromptHash),
        Text("request", "id of the call that wrote it, or of the item that was selected", text => text.Example.Provenance.Source.Request),
        new(
            new ListField("source_errors", new DataField<string>("element", nullable: false)), "list<string>", "probe items whose errors stood in the prompt",
            text => text.Example.Provenance.Source.SourceErrors.Select(error => error.AsMemory()).ToList()),
        new(
            new ListField("source_items", new DataField<string>("element", nullable: false)), "list<string>", "items of the training data that stood in the prompt",
            text => (text.Example.Provenance.Source.SourceItems ?? []).Select(item => item.AsMemory()).ToList()),
        new(new DataField<ulong>("seed", nullable: false), "uint64", "the seed of the call", text => text.Example.Provenance.Source.Seed),
    ];

    private static TableColumn Text(string name, string about, Func<TaughtText, string> get) => new(new DataField<string>(name, nullable: false), "string", about, get);

    private static TableColumn Optional(string name, string about, Func<TaughtText, string?> get) => new(new DataField<string>(name, nullable: true), "string", about, get);
}
