using System.ComponentModel.DataAnnotations;

namespace DataEnvGym.Core.Students;

/// <summary>Which student is taught.</summary>
public sealed record StudentSpec
{
    /// <summary>The student's name: <c>embedded</c>, the small transformer that ships with the program, or <c>embedded-code</c>, the same one brought up on Python in place of arithmetic.</summary>
    [AllowedValues(EmbeddedStudents.Math, EmbeddedStudents.Code)]
    public string Name { get; init; } = EmbeddedStudents.Math;

    /// <summary>A safetensors file to start from in place of the student's own base.</summary>
    public string? Checkpoint { get; init; }
}
