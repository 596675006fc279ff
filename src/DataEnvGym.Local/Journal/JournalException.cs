namespace DataEnvGym.Local.Journal;

/// <summary>A run's journal cannot be opened, read or written.</summary>
public sealed class JournalException(string message, Exception? inner = null) : Exception(message, inner);
