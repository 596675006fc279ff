namespace DataEnvGym.Local.Journal;

/// <summary>What one turn of an instance adds to the journal; written in one transaction.</summary>
/// <param name="Instance">Instance id.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="FirstSequence">Number of the first row in the generation's history, from 1.</param>
/// <param name="Rows">New rows, each event followed by the commands that it led to.</param>
/// <param name="Status">The status that was reported last in the turn, if any.</param>
/// <param name="Returned">Received events that no one took, to be put back when the generation ends with continue-as-new.</param>
internal sealed record Turn(
    string Instance, int Generation, long FirstSequence, IReadOnlyList<HistoryRow> Rows, string? Status, IReadOnlyList<HistoryRow> Returned);
