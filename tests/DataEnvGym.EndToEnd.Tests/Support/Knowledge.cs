using System.Text.Json.Serialization;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>The weights of a fake student: which skills it was trained on how often, and by what.</summary>
/// <param name="Trainings">Trainings since the base.</param>
/// <param name="Parent">SHA-256 of the checkpoint before.</param>
/// <param name="Lesson">SHA-256 of the texts that it learned last, and the seed of that training.</param>
/// <param name="Seen">Skill → texts seen.</param>
internal sealed record Knowledge(int Trainings, string? Parent, string Lesson, SortedDictionary<string, int> Seen);

[JsonSerializable(typeof(Knowledge))]
internal sealed partial class KnowledgeJson : JsonSerializerContext;
