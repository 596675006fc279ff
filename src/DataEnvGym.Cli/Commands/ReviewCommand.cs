using System.CommandLine;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core.Curation.Reviews;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>review</c>: looks at single examples of a run that waits for a person, before <c>approve</c> lets it train.</summary>
internal static class ReviewCommand
{
    public static Command Create() => new("review", "Looks at single examples that a run waits to train on (a spec with \"curation\": { \"review\": {} }); approve then lets it train.")
    {
        CreateList(),
        CreateDecision("approve", "Lets examples be trained on as they are.", ReviewVerdict.Approve),
        CreateDecision("reject", "Drops examples.", ReviewVerdict.Reject),
        CreateEdit(),
    };

    private static Command CreateList()
    {
        var (run, runs) = (CommonOptions.Run(), CommonOptions.Runs());
        var command = new Command("list", "Shows the examples to look at, and what was decided so far.") { run, runs };
        command.Run(async (parsed, cancellationToken) =>
        {
            var gate = ApprovalPoint.Find(CommonOptions.FindRun(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(run)));
            var review = await PendingReview.ReadAsync(gate.Folder, gate.Iteration, cancellationToken);
            foreach (var wish in review.Queue)
            {
                Write(review.Find(wish.Example), wish.Why, review.Decisions.FirstOrDefault(decision => decision.Example == wish.Example));
            }

            var open = review.Queue.Count(wish => review.Decisions.All(decision => decision.Example != wish.Example));
            Console.WriteLine($"{review.Queue.Count:N0} examples to look at, {open:N0} without a decision. When you are done: {UserCommand.Of("approve", gate.Folder)}");
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateDecision(string name, string description, ReviewVerdict verdict)
    {
        var reason = new Option<string?>("--reason") { Description = "Why; it is kept with the run.", HelpName = "text" };
        var examples = new Argument<string[]>("examples") { Description = "Ids of examples, as `review list` prints them.", Arity = ArgumentArity.OneOrMore };
        var (run, runs) = (CommonOptions.Run(), CommonOptions.Runs());
        var command = new Command(name, description) { run, examples, reason, runs };
        command.Run((parsed, cancellationToken) => DecideAsync(
            ApprovalPoint.Find(CommonOptions.FindRun(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(run))),
            [.. parsed.GetRequiredValue(examples).Select(id => new Review(id, verdict) { Reason = parsed.GetValue(reason) })],
            cancellationToken));
        return command;
    }

    private static Command CreateEdit()
    {
        var example = new Argument<string>("example") { Description = "Id of an example, as `review list` prints it." };
        var (prompt, solution, answer) = (Text("--prompt", "The new question."), Text("--solution", "The new solution."), Text("--answer", "The new answer."));
        var (run, runs) = (CommonOptions.Run(), CommonOptions.Runs());
        var command = new Command("edit", "Changes an example; what is left out stays.") { run, example, prompt, solution, answer, runs };
        command.Run((parsed, cancellationToken) =>
        {
            var review = new Review(parsed.GetRequiredValue(example), ReviewVerdict.Edit)
            {
                Prompt = parsed.GetValue(prompt),
                Solution = parsed.GetValue(solution),
                Answer = parsed.GetValue(answer),
            };
            return review is { Prompt: null, Solution: null, Answer: null }
                ? throw new UsageException("nothing is changed; give --prompt, --solution or --answer.")
                : DecideAsync(ApprovalPoint.Find(CommonOptions.FindRun(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(run))), [review], cancellationToken);
        });
        return command;
    }

    private static async Task<int> DecideAsync(ApprovalPoint gate, IReadOnlyList<Review> reviews, CancellationToken cancellationToken)
    {
        var pending = await PendingReview.ReadAsync(gate.Folder, gate.Iteration, cancellationToken);
        foreach (var review in reviews)
        {
            pending.Find(review.Example);
        }

        await pending.DecideAsync(reviews, cancellationToken);
        Console.WriteLine($"{pending.Decisions.Count:N0} decided so far. They count once the iteration is approved of: {UserCommand.Of("approve", gate.Folder)}");
        return ExitCode.Success;
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = "text" };

    private static void Write(Example example, string why, Review? decision)
    {
        Console.WriteLine($"{example.Id}  {why}{(decision is null ? "" : $"  [{Words.Of(decision.Verdict)}]")}");
        Console.WriteLine($"  question  {decision?.Prompt ?? example.Prompt}");
        Console.WriteLine($"  solution  {decision?.Solution ?? example.Solution}");
        Console.WriteLine($"  answer    {decision?.Answer ?? example.Answer}");
        Console.WriteLine();
    }
}
