using System.Text.Json.Serialization;
using DataEnvGym.Cli.Commands;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Cli;

/// <summary>How the command line's own results are printed with <c>--json</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ValidationResult))]
[JsonSerializable(typeof(IReadOnlyList<RunSummary>))]
[JsonSerializable(typeof(RunSummary))]
[JsonSerializable(typeof(IReadOnlyList<Example>))]
[JsonSerializable(typeof(ExamineResult))]
[JsonSerializable(typeof(IReadOnlyList<SystemFinding>))]
[JsonSerializable(typeof(PretrainResult))]
internal sealed partial class CliJson : JsonSerializerContext;
