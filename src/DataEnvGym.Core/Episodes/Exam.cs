using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Episodes;

/// <summary>One examination. A score means nothing without who was examined, on what, how, and by which grader.</summary>
/// <param name="Checkpoint">SHA-256 of the weights examined.</param>
/// <param name="Split">The part of the task.</param>
/// <param name="Protocol">How the student was asked.</param>
/// <param name="Grader">Who judged.</param>
/// <param name="Answers">JSON Lines of <see cref="GradedAnswer"/>, in item order.</param>
/// <param name="Items">Number of items.</param>
/// <param name="Correct">How many were answered right.</param>
/// <param name="Skills">The same by the task's own skills, sorted by name; empty if it names none.</param>
public sealed record Exam(
    string Checkpoint, Split Split, string Protocol, string Grader, ArtifactRef Answers, int Items, int Correct, IReadOnlyList<Agents.SkillStanding> Skills)
{
    /// <summary>Share answered right, 0..1; 0 without items.</summary>
    public double Accuracy => Items == 0 ? 0 : (double)Correct / Items;
}

/// <summary>A checkpoint's examinations on the two splits that are used while the loop runs.</summary>
/// <param name="Probe">The split that the agent sees.</param>
/// <param name="Select">The split that chooses the checkpoint.</param>
public sealed record ExamPair(Exam Probe, Exam Select);
