using DataEnvGym.Core;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers;

/// <summary>
/// Has a teacher write the examples of each order, in calls of limited size, one after the other. What a malformed or short answer lacks is not
/// asked for again here: the plan's next round does that.
/// </summary>
/// <param name="chat">The teacher.</param>
/// <param name="spec">How many examples one call asks for.</param>
public sealed class TeacherDataEngine(StructuredChat chat, TeacherSpec spec) : IDataEngine
{
    /// <summary>Most errors, and most training items, that one prompt shows; those of an order take turns over its calls.</summary>
    public const int ErrorsPerCall = 8;

    /// <inheritdoc/>
    public async Task<DataEngineResult> WriteAsync(DataRequest request, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var job = new Job(request, progress);
        foreach (var order in request.Orders)
        {
            await FillAsync(order, job, cancellationToken);
            if (job.AllowanceReached)
            {
                break;
            }
        }

        return new DataEngineResult(job.Drafts, job.Ledger.Spent, job.Malformed, job.AllowanceReached, job.Exhausted) { Calls = job.Ledger.Calls };
    }

    private async Task FillAsync(OrderContext context, Job job, CancellationToken cancellationToken)
    {
        var (order, errors, seeds) = (context.Order, context.Errors, context.Seeds);
        var request = job.Request;
        var seed = WritingCall.OrderSeed(request.Seed, request.Iteration, request.Round, order.Id);
        var start = errors.Count == 0 ? 0 : Rng.For(seed, "errors").Next(errors.Count);
        for (var (call, asked) = (0, 0); asked < order.Count; call++)
        {
            var count = Math.Min(spec.ExamplesPerCall, order.Count - asked);
            asked += count;
            var shown = Window.Take(errors, start, call, ErrorsPerCall);
            var shownSeeds = Window.Take(seeds, 0, call, ErrorsPerCall);
            var writing = new WritingCall(request.Iteration, request.Round, order.Id, order.Skill, call + 1);
            var (question, callSeed) = (writing.Question(request.Prompts, count, shown, shownSeeds), writing.Seed(seed));
            var outcome = await AskAsync(question, job, callSeed, cancellationToken);
            job.Count(outcome);
            if (outcome.AllowanceReached)
            {
                return;
            }

            if (outcome.Value is not { } answer)
            {
                job.Report();
                continue;
            }

            var source = new DraftSource(chat.Teacher, outcome.PromptHash, outcome.Request, [.. shown.Select(error => error.ItemId)], callSeed)
            {
                SourceItems = shownSeeds.Count == 0 ? null : [.. shownSeeds.Select(item => item.Id)],
            };
            job.Add(answer.Examples.Take(count).Select(example =>
                new Draft(order.Id, order.Skill, example.Prompt, example.Solution, example.Answer, source) { Check = example.Check }));
            if (answer.Exhausted && answer.Examples.Count < count)
            {
                job.Exhausted.Add(order.Id);
                return;
            }
        }
    }

    private async Task<ChatOutcome<WriteExamplesAnswer>> AskAsync(ChatQuestion question, Job job, ulong seed, CancellationToken cancellationToken) =>
        job.Request.Prompts.CheckRules is null
            ? await chat.AskAsync(question, TeacherJson.Default.WriteExamplesAnswer, job.Ledger, seed, cancellationToken)
            : (await chat.AskAsync(question, TeacherJson.Default.WriteCheckedExamplesAnswer, job.Ledger, seed, cancellationToken)).Select(answer => answer.ToAnswer());

    private sealed class Job(DataRequest request, IProgress<WorkProgress>? progress)
    {
        private readonly int total = request.Orders.Sum(context => context.Order.Count);

        public DataRequest Request => request;

        public Ledger Ledger { get; } = new(request.Allowance);

        public List<Draft> Drafts { get; } = [];

        public List<string> Exhausted { get; } = [];

        public int Malformed { get; private set; }

        public bool AllowanceReached { get; private set; }

        public void Count<T>(ChatOutcome<T> outcome)
            where T : class
        {
            Malformed += outcome.Rejection is null ? 0 : 1;
            AllowanceReached |= outcome.AllowanceReached;
        }

        public void Add(IEnumerable<Draft> drafts)
        {
            Drafts.AddRange(drafts);
            Report();
        }

        public void Report() => progress?.Report(new WorkProgress(Drafts.Count, total, "examples") { Spend = Ledger.Spent });
    }
}
