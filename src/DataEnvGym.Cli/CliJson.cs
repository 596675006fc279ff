using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataEnvGym.Cli.Commands;
using DataEnvGym.Cli.Commands.Skills;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Experiments;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Estimates;

namespace DataEnvGym.Cli;

/// <summary>How the command line's own results are printed with <c>--json</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ValidationResult))]
[JsonSerializable(typeof(IReadOnlyList<RunSummary>))]
[JsonSerializable(typeof(RunSummary))]
[JsonSerializable(typeof(IReadOnlyList<Example>))]
[JsonSerializable(typeof(IReadOnlyList<CallRecord>))]
[JsonSerializable(typeof(IReadOnlyList<ReportSpendRow>))]
[JsonSerializable(typeof(EpisodeEstimate))]
[JsonSerializable(typeof(ExamineResult))]
[JsonSerializable(typeof(IReadOnlyList<SystemFinding>))]
[JsonSerializable(typeof(PretrainResult))]
[JsonSerializable(typeof(Comparison))]
[JsonSerializable(typeof(Leaderboard))]
[JsonSerializable(typeof(IReadOnlyList<ExperimentRunState>))]
[JsonSerializable(typeof(Taxonomy))]
[JsonSerializable(typeof(TaxonomyDiff))]
[JsonSerializable(typeof(LabelAgreement))]
[JsonSerializable(typeof(SkillsDiscovered))]
[JsonSerializable(typeof(SkillsShown))]
[JsonSerializable(typeof(SkillsCompared))]
[JsonSerializable(typeof(SkillsWritten))]
[JsonSerializable(typeof(CurriculumState))]
[JsonSerializable(typeof(IReadOnlyList<CurriculumState>))]
[JsonSerializable(typeof(CurriculumOutcome))]
[JsonSerializable(typeof(IReadOnlyList<CurriculumOutcome>))]
internal sealed partial class CliJson : JsonSerializerContext
{
    private static readonly Lazy<CliJson> LazyReadable =
        new(() => new CliJson(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    /// <summary>Writes quotation marks, <c>+</c> and <c>&lt;</c> so that people can read them: no web page is made of this.</summary>
    public static CliJson Readable => LazyReadable.Value;
}
