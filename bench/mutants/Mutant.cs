namespace MutantsBench;

/// <summary>What is tested: a part of the source and the tests that ought to notice a fault in it.</summary>
/// <param name="Name">For a reader.</param>
/// <param name="Assembly">The assembly with the tests.</param>
/// <param name="Tests">What the full names of their classes hold; several are separated by <c>|</c>.</param>
/// <param name="Holds">Whether a file, by its path in the repository, belongs to it.</param>
internal sealed record Area(string Name, string Assembly, string Tests, Func<string, bool> Holds);

/// <summary>A fault that was drawn.</summary>
/// <param name="Id">Its number, from one; the same for the same seed and source.</param>
/// <param name="Area">Where it belongs.</param>
/// <param name="Path">The file that it is in.</param>
/// <param name="Mutation">What it is.</param>
internal sealed record Mutant(int Id, Area Area, string Path, Mutation Mutation);
