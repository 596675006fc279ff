using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataEnvGym.Domains.Code.Testing;

/// <summary>One test of a program.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CallTest), "call")]
[JsonDerivedType(typeof(OutputTest), "output")]
[JsonDerivedType(typeof(ScriptTest), "script")]
public abstract record CodeTest;

/// <summary>Calls the function under test and compares what it returns, as JSON, outside the sandbox: the program never sees the value that is expected.</summary>
/// <param name="Arguments">Positional arguments.</param>
/// <param name="Returns">The value expected. A tuple is an array; a set is the array of its elements in rising order; the keys of a dictionary are texts.</param>
public sealed record CallTest(IReadOnlyList<JsonElement> Arguments, JsonElement Returns) : CodeTest;

/// <summary>Runs the whole program and compares what it prints, outside the sandbox.</summary>
/// <param name="Input">All that it can read from standard input.</param>
/// <param name="Output">What it must print; see <see cref="OutputComparison"/>.</param>
public sealed record OutputTest(string Input, string Output) : CodeTest;

/// <summary>
/// Runs a script behind the program, in its name space; it passes if its end is reached. What it expects stands beside the program in the same interpreter, so a program
/// that sets out to deceive can pass it, as with an object that claims to be equal to everything; use the other kinds where that matters.
/// </summary>
/// <param name="Script">Python, usually a few <c>assert</c> statements.</param>
public sealed record ScriptTest(string Script) : CodeTest;
