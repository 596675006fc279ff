using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Curricula.Activities;

/// <summary>Compares champion and challenger.</summary>
/// <param name="Gate">The rules.</param>
/// <param name="Select">The two on the select split.</param>
/// <param name="Guards">The two on each guard, in the order of the rules.</param>
public sealed record GateInput(GateSpec Gate, ExamDuel Select, IReadOnlyList<ExamDuel> Guards);

/// <summary>Two examinations on the same items.</summary>
/// <param name="Champion">The champion's.</param>
/// <param name="Challenger">The challenger's.</param>
public sealed record ExamDuel(Exam Champion, Exam Challenger);

/// <summary>Writes down what came of a run.</summary>
/// <param name="Curriculum">The curriculum's id.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record CloseInput(string Curriculum, CurriculumOutcome Outcome);
