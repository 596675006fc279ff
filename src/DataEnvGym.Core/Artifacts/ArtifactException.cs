using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Artifacts;

/// <summary>An artefact is missing or damaged. The run cannot go on from it.</summary>
public sealed class ArtifactException(string message, Exception? inner = null) : PermanentException(message, inner);
