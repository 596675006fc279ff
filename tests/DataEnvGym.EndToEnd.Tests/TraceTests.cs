using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Traces;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Domains.Mathematics;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.EndToEnd.Tests.Teachers;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Documents;
using DataEnvGym.Local.Runs;
using DataEnvGym.Teachers;
using DataEnvGym.Teachers.Provenance;

namespace DataEnvGym.EndToEnd.Tests;

/// <summary>Traces of every example of whole runs, held against what the teacher and the student of the run saw themselves.</summary>
public sealed class TraceTests
{
    [Theory]
    [InlineData(DataUse.Replay, AgentKind.Teacher, EnvironmentKind.SkillList)]
    [InlineData(DataUse.Accumulate, AgentKind.Teacher, EnvironmentKind.OpenEnded)]
    [InlineData(DataUse.Latest, AgentKind.Teacher, EnvironmentKind.SkillTree)]
    [InlineData(DataUse.Continue, AgentKind.NoState, EnvironmentKind.OpenEnded)]
    [InlineData(DataUse.Replay, AgentKind.Seeded, EnvironmentKind.OpenEnded)]
    [InlineData(DataUse.Replay, AgentKind.Selection, EnvironmentKind.OpenEnded)]
    public async Task Trace_EveryExample_IsWhatTeacherAndStudentSaw(DataUse use, AgentKind agent, EnvironmentKind environment)
    {
        using var gym = new Gym(Specs.Small.Until(new() { Iterations = 3 }).With(agent, environment).With(new() { Malformed = 0.2, Duplicate = 0.1 }) with { Training = new() { Data = use } });
        await gym.RunAsync();
        var asked = gym.Diary.Of<TeacherCall>().DistinctBy(call => call.PromptHash).ToDictionary(call => call.PromptHash);
        var learned = LearnedBy(gym);

        var traces = await TraceAllAsync(gym);

        traces.Count.ShouldBe(3 * gym.Spec.ExamplesPerIteration);
        foreach (var trace in traces)
        {
            ShouldBeAsAsked(trace, gym, asked);
            ShouldBeAsLearned(trace, gym, learned);
            ShouldAddUp(trace);
        }
    }

    [Fact]
    public async Task Trace_RepairedAnswer_HasBothCallsAndTheWholeConversation()
    {
        using var gym = new Gym(Specs.Small.With(new() { Malformed = 0.5 }));
        await gym.RunAsync();

        var repaired = (await TraceAllAsync(gym)).Where(trace => trace.Writing.Calls.Count > 1).ToList();

        repaired.ShouldNotBeEmpty();
        repaired.ShouldAllBe(trace => trace.Writing.Calls.Count == 2 && trace.Writing.Calls[0].End == CallEnd.Malformed && trace.Writing.Calls[1].Turn == 1);
        repaired.ShouldAllBe(trace => PromptProof.Render(gym.Spec, MathDomain.ShortProblems.Prompts, trace)!.Messages.Count == 4);
    }

    [Fact]
    public async Task Trace_Gates_AreThoseOfTheRunInOrderWithWhatVerificationFound()
    {
        using var gym = new Gym((Specs.Small with
        {
            Curation = new() { Near = new(), Semantic = new(), Verify = new(Rubric: new()), Known = new(0.5), TopUps = 1 },
            Teachers = new() { Judge = Specs.Small.Teacher with { Faults = new() { Misjudged = 0.1 } } },
        }).With(new() { Wrong = 0.1 }));
        await gym.RunAsync();

        var traces = await TraceAllAsync(gym);

        var passed = gym.Record.FinalState().Iterations[0].Gates!.Select(gate => gate.Gate).Prepend("surplus").ToList();
        passed.Count.ShouldBe(8);
        traces.ShouldAllBe(trace => trace.Curation.Gates.Select(gate => gate.Substring(0, gate.IndexOf(':'))).SequenceEqual(passed));
        traces.ShouldAllBe(trace => trace.Curation.Finding!.Agreed >= 2 && trace.Curation.Finding.Score >= 4 && trace.Curation.FindingFile != null);
        traces.ShouldContain(trace => trace.Curation.Finding!.Disagreed == 1 && trace.Curation.Gates[3] ==
            "verification: 2 of at most 3 solutions that do not know the answer have it, and a judge gives it 4 of 5 by the rubric; found: 2 agreed, 1 disagreed, score 5");
        traces.ShouldAllBe(trace => trace.Curation.Gates[4] == "known: at most 50 % of an order are what the student answers right already");
    }

    // Whoever changed a file, or a word of an error, cannot make the hash fit.
    [Fact]
    public async Task Render_AnythingElseThanWhatWasSent_IsNoProof()
    {
        using var gym = new Gym(Specs.Small.Until(new() { Iterations = 1 }));
        await gym.RunAsync();
        var trace = (await TraceAllAsync(gym)).First(trace => trace.Why.Errors.Count > 0);
        var words = MathDomain.ShortProblems.Prompts;

        PromptProof.Render(gym.Spec, words, trace).ShouldNotBeNull();
        PromptProof.Render(gym.Spec, words with { Role = words.Role + " " }, trace).ShouldBeNull();
        PromptProof.Render(gym.Spec with { Seed = gym.Spec.Seed + 1 }, words, trace).ShouldBeNull();
        var errors = trace.Why.Errors.Select(error => error with { Response = error.Response + "!" }).ToList();
        PromptProof.Render(gym.Spec, words, trace with { Why = trace.Why with { Errors = errors } }).ShouldBeNull();
    }

    [Fact]
    public async Task FindKept_PaidTeacher_HasTheSameMessages()
    {
        await using var server = await ModelServer.StartAsync();
        using var gym = new Gym(Specs.Small.Until(new() { Iterations = 1 }) with
        {
            Teacher = new() { Kind = TeacherKinds.Compatible, Model = "test-model", Endpoint = server.Address, ApiKeyVariable = "TEST_API_KEY", ExamplesPerCall = 4, MaxTokensPerCall = 1000, Price = new() { InputPerMillion = 1, OutputPerMillion = 2 } },
        });
        await gym.RunAsync();
        var trace = (await TraceAllAsync(gym))[0];
        var names = Directory.EnumerateFiles(gym.Folder.Answers, "*.json").Select(file => Path.GetFileName(file)!).ToList();

        var kept = await PromptProof.FindKeptAsync(new FileDocumentStore(gym.Folder.Answers), names, trace.Example.Provenance.Source.PromptHash!, default);

        kept!.Messages.ShouldBe(PromptProof.Render(gym.Spec, MathDomain.ShortProblems.Prompts, trace)!.Messages);
        trace.Writing.Spend.Money.ShouldBeGreaterThan(0);
        (await PromptProof.FindKeptAsync(new FileDocumentStore(gym.Folder.Answers), names, "ab12", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Trace_IterationUnderWay_SaysSoAndKnowsTheRest()
    {
        using var gym = new Gym(Specs.Small);
        gym.Lab.BeforeTraining = number => number >= 2 ? throw new IOException("the disk is gone") : Task.CompletedTask;
        await Should.ThrowAsync<ActivityFailedException>(() => gym.RunAsync());

        var traces = await TraceAllAsync(gym);

        traces.Count.ShouldBe(2 * gym.Spec.ExamplesPerIteration);
        var newest = traces.Where(trace => trace.Example.Provenance.Iteration == 2).ToList();
        newest.ShouldAllBe(trace => trace.Training.NotTrained == "the iteration is still under way" && trace.Training.Checkpoints.Count == 0 && trace.Writing.Calls.Count > 0);
        traces.Except(newest).ShouldAllBe(trace => trace.Training.NotTrained == null && trace.Training.Checkpoints.Single().Influence == ExampleInfluence.Trained);
    }

    [Fact]
    public async Task Trace_DamagedFile_IsRefused()
    {
        using var gym = new Gym(Specs.Small.Until(new() { Iterations = 1 }));
        await gym.RunAsync();
        var file = Path.Combine(gym.Folder.Artifacts, "iteration-01", "training.jsonl");
        File.WriteAllText(file, File.ReadAllText(file).Replace('1', '2'));

        (await Should.ThrowAsync<ArtifactException>(() => TraceAllAsync(gym))).Message.ShouldContain("iteration-01/training.jsonl");
    }

    private static void ShouldBeAsAsked(ExampleTrace trace, Gym gym, Dictionary<string, TeacherCall> asked)
    {
        var source = trace.Example.Provenance.Source;
        var prompt = PromptProof.Render(gym.Spec, MathDomain.ShortProblems.Prompts, trace);
        if (gym.Spec.Agent.Kind == AgentKind.Selection)
        {
            prompt.ShouldBeNull();
            trace.Writing.Calls.ShouldBeEmpty();
            return;
        }

        var call = asked[source.PromptHash!];
        prompt!.Messages.ShouldBe(call.Messages.Select(message => new RenderedMessage(message.Role.Label, message.Content!)));
        trace.Why.Errors.ShouldAllBe(error => call.Messages[1].Content!.Contains(TextOf(error.Prompt), StringComparison.Ordinal));
        (trace.Why.Items?.Count ?? 0).ShouldBe(gym.Spec.Agent.Kind == AgentKind.Seeded ? TeacherDataEngine.ErrorsPerCall : 0);
        (trace.Why.Items ?? []).ShouldAllBe(item => call.Messages[1].Content!.Contains(TextOf(item.Prompt), StringComparison.Ordinal));
        (trace.Writing.Calls[^1].InputTokens, trace.Writing.Calls[^1].OutputTokens).ShouldBe((call.Cost.InputTokens, call.Cost.OutputTokens));
        trace.Why.Order.Id.ShouldBe(trace.Example.Provenance.Order);
        (trace.Why.Action is null).ShouldBe(gym.Spec.Environment != EnvironmentKind.SkillTree);
        (trace.Why.Standing is null).ShouldBe(gym.Spec.Environment == EnvironmentKind.OpenEnded);
    }

    private static string TextOf(string prompt) => System.Text.Json.JsonEncodedText.Encode(prompt, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;

    private static void ShouldBeAsLearned(ExampleTrace trace, Gym gym, List<(string Weights, IReadOnlyList<TrainingText> Own, HashSet<TrainingText> All)> learned)
    {
        var (example, training) = (trace.Example, trace.Training);
        var text = MathDomain.ShortProblems.FormatExample(example.Prompt, example.Solution, example.Answer);
        var since = learned.Skip(example.Provenance.Iteration - 1).ToList();
        training.Checkpoints.Select(checkpoint => checkpoint.Weights.Sha256).ShouldBe(since.Select(lesson => lesson.Weights));
        training.Checkpoints.Select(checkpoint => checkpoint.Copies).ShouldBe(since.Select(lesson => lesson.Own.Count(own => own == text)));
        training.Checkpoints.Select(checkpoint => checkpoint.Influence != ExampleInfluence.None).ShouldBe(since.Select(lesson => lesson.All.Contains(text)));
        training.NotTrained.ShouldBeNull();

        var state = gym.Record.FinalState();
        var chosen = state.After(state.BestIteration()).Checkpoint.Weights;
        training.Chosen.Weights.ShouldBe(chosen);
        training.Chosen.Lineage[0].ShouldBe(0);
        training.Chosen.Lineage[^1].ShouldBe(state.BestIteration());
        (training.Chosen.Influence != ExampleInfluence.None).ShouldBe(learned.Any(lesson => lesson.Weights == chosen.Sha256 && lesson.All.Contains(text)));
    }

    private static void ShouldAddUp(ExampleTrace trace)
    {
        (trace.Writing.TokensEach * trace.Writing.Examples).ShouldBe(trace.Writing.Spend.Tokens, 1e-6);
        trace.Curation.Siblings.Count.ShouldBe(trace.Writing.Examples - 1);
        trace.Curation.Dropped.ShouldAllBe(drop => drop.Draft.Source.Request == trace.Example.Provenance.Source.Request);
        trace.Why.Kept.ShouldBeInRange(1, trace.Why.Order.Count);
    }

    /// <summary>What each checkpoint was trained on, and what it and those before it were, as the student saw it.</summary>
    private static List<(string Weights, IReadOnlyList<TrainingText> Own, HashSet<TrainingText> All)> LearnedBy(Gym gym)
    {
        var learned = new List<(string Weights, IReadOnlyList<TrainingText> Own, HashSet<TrainingText> All)>();
        foreach (var (lesson, iteration) in gym.Diary.Of<Lesson>().Zip(gym.Record.FinalState().Iterations))
        {
            var before = learned.FirstOrDefault(earlier => earlier.Weights == lesson.Job.Parent.Weights.Sha256).All ?? [];
            learned.Add((iteration.Checkpoint.Weights.Sha256, lesson.Texts, [.. before, .. lesson.Texts]));
        }

        return learned;
    }

    private static async Task<List<ExampleTrace>> TraceAllAsync(Gym gym)
    {
        var run = await RunHistory.ReadAsync(gym.Folder, gym.Spec, default);
        var store = FileArtifactStore.Open(gym.Folder.Artifacts);
        var builder = new TraceBuilder(store, new ProceduralMathTask(gym.Spec.Task.Sizes));
        var traces = new List<ExampleTrace>();
        foreach (var iteration in run.Iterations)
        {
            foreach (var example in await store.ReadLinesAsync(iteration.Examples, CoreJson.Default.Example, default))
            {
                traces.Add(await builder.TraceAsync(run, example.Id, default));
            }
        }

        return traces;
    }
}
