using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Skills;

/// <summary>Where the skills come from, in environments that have them.</summary>
public sealed record SkillsSpec
{
    /// <summary>Who says which skill an item needs.</summary>
    public SkillSource Source { get; init; }

    /// <summary>The taxonomy, with <c>source</c> <c>file</c>: what <c>dataenvgym skills export</c> wrote and a person may have edited.</summary>
    public string? File { get; init; }

    /// <summary>How many skills the teacher is asked to find, at the least, with <c>source</c> <c>discovered</c>; left out, it decides.</summary>
    [Range(1, 200)]
    public int? Count { get; init; }
}

/// <summary>Who says which skill an item needs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SkillSource>))]
public enum SkillSource
{
    /// <summary>The teacher labels the items.</summary>
    [JsonStringEnumMemberName("discovered")]
    Discovered,

    /// <summary>The task itself, where it names skills.</summary>
    [JsonStringEnumMemberName("gold")]
    Gold,

    /// <summary>A file. The teacher assigns items that are not in it to its skills.</summary>
    [JsonStringEnumMemberName("file")]
    File,
}
