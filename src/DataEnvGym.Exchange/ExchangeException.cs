namespace DataEnvGym.Exchange;

/// <summary>A file cannot be read as what it is said to be, or what is asked for does not exist. The message says what to do.</summary>
public sealed class ExchangeException(string message) : Exception(message);
