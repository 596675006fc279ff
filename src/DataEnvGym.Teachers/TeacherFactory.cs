using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Teachers.Offline;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers;

/// <summary>Opens teachers by their kind.</summary>
public static class TeacherFactory
{
    /// <summary>The kinds that there are.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [OfflineTeacher.Kind];

    /// <summary>Opens the teacher that a spec names.</summary>
    /// <param name="spec">The teacher.</param>
    /// <param name="seed">Fixes what a teacher without a model of its own writes.</param>
    /// <exception cref="PermanentException">There is no such kind.</exception>
    public static IChatCompletionService Create(TeacherSpec spec, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Kind switch
        {
            OfflineTeacher.Kind => new OfflineTeacher(seed, spec.Faults),
            _ => throw new PermanentException($"There is no teacher of kind '{spec.Kind}'. Set the teacher's kind to one of: {string.Join(", ", Kinds)}."),
        };
    }
}
