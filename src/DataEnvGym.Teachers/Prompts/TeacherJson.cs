using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataEnvGym.Teachers.Prompts;

/// <summary>How requests and answers are written and read: exactly their fields, each once, none null.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    MaxDepth = 8)]
[JsonSerializable(typeof(TeacherRequest))]
[JsonSerializable(typeof(LabelSkillsAnswer))]
[JsonSerializable(typeof(AggregateSkillsAnswer))]
[JsonSerializable(typeof(ProposeSubskillsAnswer))]
[JsonSerializable(typeof(WriteExamplesAnswer))]
[JsonSerializable(typeof(WriteCheckedExamplesAnswer))]
[JsonSerializable(typeof(ShareBudgetAnswer))]
[JsonSerializable(typeof(SolveItemsAnswer))]
[JsonSerializable(typeof(JudgeExamplesAnswer))]
[JsonSerializable(typeof(SteerTreeAnswer))]
[JsonSerializable(typeof(TeacherRefusal))]
internal sealed partial class TeacherJson : JsonSerializerContext
{
    private static readonly Lazy<TeacherJson> LazyReadable =
        new(() => new TeacherJson(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    /// <summary>Writes <c>+</c>, <c>&lt;</c> and other letters as they are: nothing here goes into a web page unescaped.</summary>
    public static TeacherJson Readable => LazyReadable.Value;
}
