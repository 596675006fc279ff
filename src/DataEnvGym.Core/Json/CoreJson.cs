using System.Text.Json.Serialization;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Curation.Reviews;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Curricula.Activities;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Json;

/// <summary>How the core's types are stored and sent: camel case, no nulls, unknown fields refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    IgnoreReadOnlyProperties = true,
    MaxDepth = 32)]
[JsonSerializable(typeof(EpisodeSpec))]
[JsonSerializable(typeof(TeacherRole))]
[JsonSerializable(typeof(Policies.Trees.TreePolicyKind))]
[JsonSerializable(typeof(Skills.Trees.SkillTree))]
[JsonSerializable(typeof(Item))]
[JsonSerializable(typeof(GradedAnswer))]
[JsonSerializable(typeof(TrainingText))]
[JsonSerializable(typeof(Taxonomy))]
[JsonSerializable(typeof(Observation))]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(Draft))]
[JsonSerializable(typeof(DroppedDraft))]
[JsonSerializable(typeof(Example))]
[JsonSerializable(typeof(CallRecord))]
[JsonSerializable(typeof(EpisodeState))]
[JsonSerializable(typeof(EpisodeOutcome))]
[JsonSerializable(typeof(EpisodeStatus))]
[JsonSerializable(typeof(Approval))]
[JsonSerializable(typeof(EpisodeReport))]
[JsonSerializable(typeof(ImportInput))]
[JsonSerializable(typeof(PromptsInput))]
[JsonSerializable(typeof(PromptsOutput))]
[JsonSerializable(typeof(GradeInput))]
[JsonSerializable(typeof(ComposeInput))]
[JsonSerializable(typeof(DiscoverInput))]
[JsonSerializable(typeof(DiscoverOutput))]
[JsonSerializable(typeof(PoolInput))]
[JsonSerializable(typeof(ObserveInput))]
[JsonSerializable(typeof(PlanInput))]
[JsonSerializable(typeof(PlanOutput))]
[JsonSerializable(typeof(GenerateInput))]
[JsonSerializable(typeof(GenerateOutput))]
[JsonSerializable(typeof(VerifyInput))]
[JsonSerializable(typeof(VerifyOutput))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(StudentMiss))]
[JsonSerializable(typeof(AskInput))]
[JsonSerializable(typeof(Review))]
[JsonSerializable(typeof(IReadOnlyList<Review>))]
[JsonSerializable(typeof(ReviewWish))]
[JsonSerializable(typeof(ReviewInput))]
[JsonSerializable(typeof(ReviewOutput))]
[JsonSerializable(typeof(CurateInput))]
[JsonSerializable(typeof(CurateOutput))]
[JsonSerializable(typeof(GainInput))]
[JsonSerializable(typeof(ReportInput))]
[JsonSerializable(typeof(JobState))]
[JsonSerializable(typeof(JobResult))]
[JsonSerializable(typeof(StartJobInput))]
[JsonSerializable(typeof(JobStart))]
[JsonSerializable(typeof(JobAttempt))]
[JsonSerializable(typeof(JobCheck))]
[JsonSerializable(typeof(Prompt))]
[JsonSerializable(typeof(Response))]
[JsonSerializable(typeof(CurriculumSpec))]
[JsonSerializable(typeof(CurriculumState))]
[JsonSerializable(typeof(CurriculumRun))]
[JsonSerializable(typeof(CurriculumOutcome))]
[JsonSerializable(typeof(GateInput))]
[JsonSerializable(typeof(GateDecision))]
[JsonSerializable(typeof(CloseInput))]
[JsonSerializable(typeof(Experiments.Comparison))]
[JsonSerializable(typeof(Experiments.ExperimentSpec))]
[JsonSerializable(typeof(Experiments.Leaderboard))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(string))]
public sealed partial class CoreJson : JsonSerializerContext;
