using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains.Mathematics;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.EndToEnd.Tests;

/// <summary>A run that orders by skill.</summary>
public sealed class SkillListInvariantTests(FinishedRun run) : InvariantTests(run), IClassFixture<FinishedRun>;

/// <summary>A run that grows a skill tree and orders by its leaves.</summary>
public sealed class SkillTreeInvariantTests(FinishedTreeRun run) : InvariantTests(run), IClassFixture<FinishedTreeRun>;

/// <summary>What must hold of every run, read from what one has left.</summary>
public abstract class InvariantTests(FinishedRun run)
{
    private RunRecord Record => run.Gym.Record;

    [Fact]
    public async Task Orders_OfEachPlan_SumToTheGrantedBudget()
    {
        var planned = Record.Calls(EpisodeNames.Plan);

        planned.Count.ShouldBe(3);
        foreach (var (input, output) in planned)
        {
            var plan = await Record.DocumentAsync(output.Plan, CoreJson.Default.Plan);
            plan.Total.ShouldBe(input.Budget);
            plan.Orders.ShouldAllBe(order => order.Count >= 1);
            output.Orders.ShouldBe(plan.Orders.Select(order => new Core.Episodes.Activities.OrderCount(order.Id, order.Count)));
            input.Budget.ShouldBe(48);
        }
    }

    [Fact]
    public async Task Examples_InFileJournalTrainingAndReport_AreTheSame()
    {
        var curated = Record.Calls(EpisodeNames.Curate);
        foreach (var iteration in Record.FinalState().Iterations)
        {
            var lines = await File.ReadAllLinesAsync(Path.Combine(run.Gym.Folder.Artifacts, iteration.Examples.Name));
            var examples = await Record.LinesAsync(iteration.Examples, CoreJson.Default.Example);
            var training = await Record.LinesAsync(iteration.Training!.Data, CoreJson.Default.TrainingText);

            lines.Length.ShouldBe(iteration.Examples.Count);
            curated.Where(call => call.Input.Iteration == iteration.Number).MaxBy(call => call.Input.Round).Output.Examples.ShouldBe(iteration.Examples);
            run.Report.Iterations[iteration.Number].Examples.ShouldBe(lines.Length);
            training.Take(lines.Length).ShouldBe(examples.Select(e => MathDomain.ShortProblems.FormatExample(e.Prompt, e.Solution, e.Answer)));
        }

        (await Record.ExamplesAsync()).Count.ShouldBe(run.Report.Examples);
        run.Report.Iterations[^1].TotalExamples.ShouldBe(run.Report.Examples);
    }

    [Fact]
    public async Task Examples_Each_HaveAProvenanceThatResolves()
    {
        var calls = run.Gym.Diary.Of<TeacherCall>().Select(call => call.PromptHash).ToHashSet();
        var examples = await Record.ExamplesAsync();
        foreach (var iteration in Record.FinalState().Iterations)
        {
            var plan = await Record.DocumentAsync(iteration.Plan, CoreJson.Default.Plan);
            var errors = (await Record.DocumentAsync(iteration.Observation, CoreJson.Default.Observation)).Errors.ToDictionary(error => error.ItemId);
            foreach (var (example, (episode, number, agent, policy, orderId, source)) in examples
                .Where(example => example.Provenance.Iteration == iteration.Number).Select(example => (example, example.Provenance)))
            {
                (episode, number, agent, policy).ShouldBe((run.Gym.Id, iteration.Number, "teacher", plan.Policy));
                var order = plan.Orders.Single(order => order.Id == orderId);
                example.Skill.ShouldBe(order.Skill);
                source.Writer.ShouldBe("offline/1");
                calls.ShouldContain(source.PromptHash!);
                source.Request.ShouldBe(PromptHash.Request(source.PromptHash!, source.Seed));
                source.SourceErrors.Except(order.SourceErrors).ShouldBeEmpty();
                source.SourceErrors.ShouldAllBe(id => errors[id].Skill == TreePath.Root(order.Skill!));
            }
        }

        examples.Select(example => example.Id).ShouldBeUnique();
        examples.Count(example => example.Provenance.Source.SourceErrors.Count > 0).ShouldBeGreaterThan(examples.Count / 2);
    }

    [Fact]
    public async Task Calls_Each_AreRecordedAndAddUpToTheLedger()
    {
        var calls = await Record.CallsAsync();
        var made = run.Gym.Diary.Of<TeacherCall>();

        calls.Count.ShouldBe(made.Count);
        calls.Aggregate(default(Spend), (sum, call) => sum + call.Spend).ShouldBe(Record.FinalState().Spend);
        calls.Where(call => call.End == CallEnd.Malformed).ShouldNotBeEmpty();
        calls.ShouldAllBe(call => call.End == CallEnd.Malformed ? call.Raw!.Length > 0 && call.Problem!.Length > 0 : call.Raw == null);
        calls.ShouldAllBe(call => call.LatencyMilliseconds == null && call.Agent == run.Report.Agent && call.MaxTokens == 1000);
        calls.Where(call => call.Iteration == 0).ShouldAllBe(call => call.Role == TeacherRole.Labeller && call.Order == null);
        calls.Select(call => call.Iteration).Distinct().ShouldBe([0, 1, 2, 3]);
        foreach (var rows in (IReadOnlyList<ReportSpendRow>[])[run.Report.SpendBy!.Role, run.Report.SpendBy.Agent, run.Report.SpendBy.Iteration, run.Report.SpendBy.Skill])
        {
            rows.Sum(row => row.Spend.Calls).ShouldBe(run.Report.Spend.Calls);
            rows.Sum(row => row.Spend.Tokens).ShouldBe(run.Report.Spend.Tokens);
        }
    }

    [Fact]
    public async Task Examples_Each_NameTheCallThatBroughtThem()
    {
        var calls = (await Record.CallsAsync()).Where(call => call.End == CallEnd.Answered && call.Role == TeacherRole.Writer).ToDictionary(call => call.Request);
        foreach (var example in await Record.ExamplesAsync())
        {
            var call = calls[example.Provenance.Source.Request];
            (call.Order, call.Skill, call.Iteration, call.Teacher).ShouldBe(
                (example.Provenance.Order, example.Skill, example.Provenance.Iteration, example.Provenance.Source.Writer));
        }
    }

    [Fact]
    public async Task Examples_All_AskNothingThatIsExaminedOrWasAskedBefore()
    {
        var exam = new HashSet<string>();
        foreach (var split in (Split[])[Split.Probe, Split.Select, Split.Test])
        {
            exam.UnionWith((await run.Gym.ItemsAsync(split)).Select(item => MathDomain.ShortProblems.Canonicalize(item.Prompt)));
        }

        var asked = (await Record.ExamplesAsync()).ConvertAll(example => MathDomain.ShortProblems.Canonicalize(example.Prompt));

        exam.Count.ShouldBe(3 * 96);
        asked.ShouldBeUnique();
        asked.Intersect(exam).ShouldBeEmpty();
    }

    [Fact]
    public async Task Orders_Each_AreFilledAndNoMore()
    {
        var examples = await Record.ExamplesAsync();
        foreach (var iteration in Record.FinalState().Iterations)
        {
            var plan = await Record.DocumentAsync(iteration.Plan, CoreJson.Default.Plan);
            var written = examples.Where(example => example.Provenance.Iteration == iteration.Number).CountBy(example => example.Provenance.Order);
            written.OrderBy(pair => pair.Key, StringComparer.Ordinal).ShouldBe(plan.Orders.Select(order => KeyValuePair.Create(order.Id, order.Count)));
        }
    }

    [Fact]
    public async Task Observations_Each_HoldExactlyTheProbeItemsThatTheStudentGotWrong()
    {
        var items = (await run.Gym.ItemsAsync(Split.Probe)).ToDictionary(item => item.Id);
        foreach (var (input, output) in Record.Calls(EpisodeNames.Observe))
        {
            var answers = await Record.LinesAsync(input.Probe.Answers, CoreJson.Default.GradedAnswer);
            var observation = await Record.DocumentAsync(output, CoreJson.Default.Observation);

            observation.Errors.Select(Facts).ShouldBe(answers
                .Where(answer => answer.Verdict != Verdict.Correct)
                .Select(answer => (answer.ItemId, items[answer.ItemId].Prompt, answer.Response, items[answer.ItemId].Reference)));
            observation.Skills.Sum(skill => skill.Items).ShouldBe(96);
            observation.Skills.Sum(skill => skill.Items - skill.Correct).ShouldBe(observation.Errors.Count);
        }

        static (string, string, string, string) Facts(StudentError error) => (error.ItemId, error.Prompt, error.Response, error.Reference);
    }

    [Fact]
    public void Scores_All_NameWhoWasExaminedHowAndByWhom()
    {
        var exams = Record.Calls(EpisodeNames.Grade);

        exams.Count.ShouldBe((2 * 4) + 2);
        exams.ShouldAllBe(call => call.Output.Checkpoint == call.Input.Checkpoint.Weights.Sha256 && call.Output.Split == call.Input.Split);
        exams.Select(call => (call.Output.Protocol, call.Output.Grader)).Distinct().ShouldBe([(run.Report.Protocol, run.Report.Grader)]);
        run.Gym.Diary.Of<Sitting>().Select(sitting => sitting.Checkpoint).ShouldBeSubsetOf(exams.Select(call => call.Input.Checkpoint));
    }
}
