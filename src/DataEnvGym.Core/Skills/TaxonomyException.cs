using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Skills;

/// <summary>A taxonomy cannot be read, or cannot be changed as wished. The message is one sentence with the remedy.</summary>
public sealed class TaxonomyException(string message, Exception? inner = null) : PermanentException(message, inner);
