using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Cli.Commands.Skills;

/// <summary>What <c>skills discover --json</c> prints.</summary>
/// <param name="Labellings">One for each seed.</param>
/// <param name="Agreements">Between each two of them.</param>
internal sealed record SkillsDiscovered(IReadOnlyList<SkillsLabelling> Labellings, IReadOnlyList<SkillsAgreement> Agreements);

/// <summary>One discovery.</summary>
/// <param name="Summary">What was found.</param>
/// <param name="Malformed">Answers of the teacher that did not say what was asked.</param>
/// <param name="Spend">What it cost.</param>
/// <param name="File">Where it was written.</param>
internal sealed record SkillsLabelling(TaxonomySummary Summary, int Malformed, Spend Spend, string? File);

/// <summary>How far two labellings agree.</summary>
/// <param name="First">Number of the first, from 1.</param>
/// <param name="Second">Number of the second.</param>
/// <param name="Agreement">The figures.</param>
internal sealed record SkillsAgreement(int First, int Second, LabelAgreement Agreement);

/// <summary>What <c>skills show --json</c> prints.</summary>
/// <param name="Name">The run or the file.</param>
/// <param name="Summary">Counts. Where the task's items cannot be read, over the items that have a skill.</param>
/// <param name="ItemsKnown">Whether the task's items could be read, so that coverage means something.</param>
/// <param name="Parent">The version before.</param>
/// <param name="Note">What changed.</param>
/// <param name="Examples">A few items of each skill: their questions, or their ids where these are not known.</param>
internal sealed record SkillsShown(
    string Name, TaxonomySummary Summary, bool ItemsKnown, string? Parent, string? Note, IReadOnlyDictionary<string, IReadOnlyList<string>> Examples);

/// <summary>What <c>skills compare --json</c> prints.</summary>
/// <param name="Name">The run or the file.</param>
/// <param name="Skills">Skills found.</param>
/// <param name="GoldSkills">Skills that the task itself names.</param>
/// <param name="Coverage">Share of the items that have a skill, 0..1.</param>
/// <param name="Agreement">Found against gold.</param>
internal sealed record SkillsCompared(string Name, int Skills, int GoldSkills, double Coverage, LabelAgreement Agreement);

/// <summary>What an edit prints with <c>--json</c>.</summary>
/// <param name="File">The file, which has the new version.</param>
/// <param name="Version">The new version.</param>
/// <param name="Id">Its id.</param>
/// <param name="Parent">The id of the version before; none if the file is a copy.</param>
/// <param name="Note">What was done.</param>
/// <param name="Kept">Where the version before is; none if there was none.</param>
internal sealed record SkillsWritten(string File, int Version, string Id, string? Parent, string? Note, string? Kept);
