using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Hosting.Api.Models;

/// <summary>The artefacts of an episode.</summary>
/// <param name="Items">The artefacts, by name.</param>
public sealed record ArtifactList(IReadOnlyList<ArtifactEntry> Items);

/// <summary>An artefact in a list.</summary>
/// <param name="Name">Its name in the run.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="Modified">When it was stored.</param>
/// <param name="Href">Where to read it.</param>
public sealed record ArtifactEntry(string Name, long Length, DateTimeOffset Modified, string Href);

/// <summary>Some of the examples of an episode.</summary>
/// <param name="Items">The examples, in the order in which they were written.</param>
/// <param name="Next">Path of the next page; none on the last.</param>
public sealed record ExampleList(IReadOnlyList<Example> Items, string? Next);

/// <summary>How the service does.</summary>
/// <param name="Status"><c>ok</c>.</param>
public sealed record Health(string Status);
