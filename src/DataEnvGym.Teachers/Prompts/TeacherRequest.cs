using System.Text.Json.Serialization;

namespace DataEnvGym.Teachers.Prompts;

/// <summary>What stands in the data block of a prompt. Its kind is the field <c>request</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "request")]
[JsonDerivedType(typeof(LabelSkillsRequest), "label-skills")]
[JsonDerivedType(typeof(AggregateSkillsRequest), "aggregate-skills")]
[JsonDerivedType(typeof(AssignItemsRequest), "assign-items")]
[JsonDerivedType(typeof(ProposeSubskillsRequest), "propose-subskills")]
[JsonDerivedType(typeof(WriteExamplesRequest), "write-examples")]
[JsonDerivedType(typeof(ShareBudgetRequest), "share-budget")]
[JsonDerivedType(typeof(SteerTreeRequest), "steer-tree")]
internal abstract record TeacherRequest;
