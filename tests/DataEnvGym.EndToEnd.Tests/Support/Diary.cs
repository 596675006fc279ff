using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>What the student, the task and the teacher of a run saw, in the order in which it happened.</summary>
internal sealed class Diary
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];

    public void Add(Entry entry)
    {
        lock (gate)
        {
            entries.Add(entry);
        }
    }

    public IReadOnlyList<Entry> All()
    {
        lock (gate)
        {
            return [.. entries];
        }
    }

    public IReadOnlyList<T> Of<T>()
        where T : Entry => [.. All().OfType<T>()];
}

internal abstract record Entry;

/// <summary>A checkpoint was asked.</summary>
internal sealed record Sitting(CheckpointRef Checkpoint, IReadOnlyList<string> Prompts) : Entry;

/// <summary>A checkpoint was trained.</summary>
internal sealed record Lesson(TrainingJob Job, IReadOnlyList<TrainingText> Texts) : Entry;

/// <summary>A split was loaded.</summary>
internal sealed record Loading(Split Split) : Entry;

/// <summary>The teacher was called, and this is what it charged.</summary>
internal sealed record TeacherCall(ChatHistory Messages, string PromptHash, int MaxTokens, Spend Cost) : Entry;
