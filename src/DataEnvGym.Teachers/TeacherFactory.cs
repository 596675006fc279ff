using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Teachers.Answers;
using DataEnvGym.Teachers.Offline;
using DataEnvGym.Teachers.Remote;
using DataEnvGym.Teachers.Replay;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers;

/// <summary>Opens teachers by their kind.</summary>
public static class TeacherFactory
{
    /// <summary>The kinds that there are.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [OfflineTeacher.Kind, TeacherKinds.OpenAI, TeacherKinds.AzureOpenAI, TeacherKinds.Compatible, TeacherKinds.Replay];

    /// <summary>Opens the teacher that a spec names. What one that costs money answers is kept by <paramref name="access"/> and never asked for again.</summary>
    /// <param name="spec">The teacher.</param>
    /// <param name="seed">Fixes what a teacher without a model of its own writes.</param>
    /// <param name="access">What teachers on the network need.</param>
    /// <exception cref="PermanentException">There is no such kind, or what it needs is missing.</exception>
    public static IChatCompletionService Create(TeacherSpec spec, ulong seed, TeacherAccess access)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(access);
        return spec.Kind switch
        {
            OfflineTeacher.Kind => new OfflineTeacher(seed, spec.Faults),
            TeacherKinds.OpenAI or TeacherKinds.AzureOpenAI or TeacherKinds.Compatible => new RememberingTeacher(new RemoteTeacher(spec, seed, access), spec, access.Answers),
            TeacherKinds.Replay => new ReplayTeacher(spec),
            _ => throw new PermanentException($"There is no teacher of kind '{spec.Kind}'. Set the teacher's kind to one of: {string.Join(", ", Kinds)}."),
        };
    }
}
