using System.ComponentModel.DataAnnotations;

namespace DataEnvGym.Core.Students;

/// <summary>Which student is taught.</summary>
public sealed record StudentSpec
{
    /// <summary>The student's name. <c>embedded</c> is the small transformer that ships with the program.</summary>
    [AllowedValues("embedded")]
    public string Name { get; init; } = "embedded";

    /// <summary>A safetensors file to start from in place of the student's own base.</summary>
    public string? Checkpoint { get; init; }
}
