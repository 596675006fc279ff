namespace DataEnvGym.Exchange.Preferences;

/// <summary>A pair as TRL's trainers of preferences take it, with where both sides come from.</summary>
internal sealed record PreferenceLine(string Prompt, string Chosen, string Rejected, PreferenceMetadata Metadata);

/// <summary>Where a pair comes from.</summary>
/// <param name="Id">The example that is chosen.</param>
/// <param name="Skill">Its skill, if it has one.</param>
/// <param name="Iteration">The iteration of both.</param>
/// <param name="Teacher">Who wrote the chosen one.</param>
/// <param name="PromptHash">SHA-256 of the messages that asked for it.</param>
/// <param name="Request">The call that wrote it.</param>
/// <param name="Seed">Its seed, as text.</param>
/// <param name="Origin">Whose the rejected one is: <c>draft</c>, a teacher's, or <c>student</c>, the student's own.</param>
/// <param name="RejectedTeacher">Who wrote the rejected one; none for the student's own.</param>
/// <param name="RejectedRequest">The call that wrote it; none for the student's own.</param>
/// <param name="Reason">Why it is rejected.</param>
/// <param name="Detail">What exactly was found.</param>
internal sealed record PreferenceMetadata(
    string Id, string? Skill, int Iteration, string Teacher, string? PromptHash, string Request, string Seed, string Origin, string? RejectedTeacher, string? RejectedRequest,
    string Reason, string Detail);
