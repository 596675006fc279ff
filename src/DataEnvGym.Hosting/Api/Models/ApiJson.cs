using System.Text.Json.Serialization;
using DataEnvGym.Hosting.Api.Starts;

namespace DataEnvGym.Hosting.Api.Models;

/// <summary>How the API's types are read and written: camel case, no nulls; unknown fields, fields given twice and numbers in quotes are refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    IgnoreReadOnlyProperties = true,
    MaxDepth = 32)]
[JsonSerializable(typeof(EpisodeAccepted))]
[JsonSerializable(typeof(EpisodeList))]
[JsonSerializable(typeof(EpisodeDetail))]
[JsonSerializable(typeof(ApprovalAnswer))]
[JsonSerializable(typeof(ReviewList))]
[JsonSerializable(typeof(ReviewAnswer))]
[JsonSerializable(typeof(ArtifactList))]
[JsonSerializable(typeof(ExampleList))]
[JsonSerializable(typeof(CurriculumList))]
[JsonSerializable(typeof(CurriculumHistory))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(StartRecord))]
[JsonSerializable(typeof(KeyRecord))]
public sealed partial class ApiJson : JsonSerializerContext;
