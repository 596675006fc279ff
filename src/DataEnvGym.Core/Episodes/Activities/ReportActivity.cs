using System.Text;
using System.Text.Json;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Writes <c>report.json</c>, <c>report.md</c> and <c>curve.png</c>.</summary>
public sealed class ReportActivity(EpisodeServices services) : IActivity<ReportInput, ArtifactRef>
{
    /// <summary>Artefact name of the report for programs.</summary>
    public const string JsonName = "report.json";

    /// <summary>Artefact name of the report for people.</summary>
    public const string MarkdownName = "report.md";

    /// <summary>Artefact name of the learning curve.</summary>
    public const string CurveName = "curve.png";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    /// <inheritdoc/>
    public async Task<ArtifactRef> RunAsync(ReportInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var state = input.State;
        var answers = new ReportAnswers(
            await ReadAsync(state.BaseExams!.Select, cancellationToken),
            await ReadAsync(state.After(state.BestIteration()).Exams.Select, cancellationToken),
            await ReadAsync(input.TestBefore, cancellationToken),
            await ReadAsync(input.TestAfter, cancellationToken))
        {
            Taxonomy = state.Taxonomy is null ? null : await SummariseAsync(state.Taxonomy, state.BaseExams.Probe, cancellationToken),
        };
        var calls = await CallLog.ReadAsync(services.Artifacts, state, cancellationToken);
        var report = ReportBuilder.Build(state, input.Reason, answers, await RegretAsync(state, cancellationToken), calls) with { Tree = await TreeAsync(state, cancellationToken) };
        await WriteAsync(CurveName, stream => services.CurveRenderer.Render(report, stream), cancellationToken);
        await WriteAsync(MarkdownName, stream => stream.Write(Encoding.UTF8.GetBytes(ReportMarkdown.Write(report))), cancellationToken);
        return await WriteAsync(JsonName, stream => WriteJson(report, stream), cancellationToken);
    }

    /// <summary>Writes a report as indented JSON.</summary>
    public static void WriteJson(EpisodeReport report, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, Indented);
        JsonSerializer.Serialize(writer, report, CoreJson.Default.EpisodeReport);
    }

    private async Task<RegretReport?> RegretAsync(EpisodeState state, CancellationToken cancellationToken)
    {
        if (state.Taxonomy is null || state.Iterations.Count == 0)
        {
            return null;
        }

        var taxonomy = await services.Artifacts.ReadJsonAsync(state.Taxonomy, CoreJson.Default.Taxonomy, cancellationToken);
        var iterations = new List<PastIteration>();
        foreach (var iteration in state.Iterations)
        {
            var exam = await ReadAsync(state.After(iteration.Number - 1).Exams.Probe, cancellationToken);
            var examples = iteration.TrainedOn > 0 ? await services.Artifacts.ReadLinesAsync(iteration.Examples, CoreJson.Default.Example, cancellationToken) : [];
            // The arms are skills: what was made for a part counts for the whole.
            var ordered = state.Spec.Environment == EnvironmentKind.SkillTree ? examples.Select(example => example with { Skill = TreePath.Root(example.Skill!) }) : examples;
            iterations.Add(PastIteration.Of(iteration.Number, Standings.Of(taxonomy, exam), ordered));
        }

        var last = await ReadAsync(state.Iterations[^1].Exams.Probe, cancellationToken);
        return Regret.Of(iterations, Standings.Of(taxonomy, last), Rng.For(state.Spec.Seed, "regret"));
    }

    private async Task<ReportTree?> TreeAsync(EpisodeState state, CancellationToken cancellationToken)
    {
        if (state.Iterations.LastOrDefault() is not { Tree: { } stored } last)
        {
            return null;
        }

        var tree = await services.Artifacts.ReadJsonAsync(stored, CoreJson.Default.SkillTree, cancellationToken);
        var taxonomy = await services.Artifacts.ReadJsonAsync(state.Taxonomy!, CoreJson.Default.Taxonomy, cancellationToken);
        var examples = last.TrainedOn == 0 ? [] : await services.Artifacts.ReadLinesAsync(last.Examples, CoreJson.Default.Example, cancellationToken);
        var counts = examples.Where(example => example.Skill is not null).CountBy(example => example.Skill!).ToDictionary();
        var examined = tree.Examined(last.Number + 1, taxonomy, await ReadAsync(last.Exams.Probe, cancellationToken), counts, 0);
        return TreeReport.Build(
            examined, await ReadAsync(state.BaseExams!.Probe, cancellationToken), await ReadAsync(state.After(state.BestIteration()).Exams.Probe, cancellationToken));
    }

    private Task<List<GradedAnswer>> ReadAsync(Exam exam, CancellationToken cancellationToken) =>
        services.Artifacts.ReadLinesAsync(exam.Answers, CoreJson.Default.GradedAnswer, cancellationToken);

    private async Task<TaxonomySummary> SummariseAsync(ArtifactRef taxonomy, Exam probe, CancellationToken cancellationToken) => TaxonomySummary.Of(
        await services.Artifacts.ReadJsonAsync(taxonomy, CoreJson.Default.Taxonomy, cancellationToken),
        [.. (await ReadAsync(probe, cancellationToken)).Select(answer => answer.ItemId)]);

    private Task<ArtifactRef> WriteAsync(string name, Action<Stream> write, CancellationToken cancellationToken) =>
        services.Artifacts.WriteAsync(
            name,
            (stream, _) =>
            {
                write(stream);
                return Task.FromResult(1);
            },
            cancellationToken);
}
