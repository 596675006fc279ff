using System.Text.Json;

namespace DataEnvGym.Functions.Engine;

/// <summary>The input of an activity function.</summary>
/// <param name="Run">The run to work on.</param>
/// <param name="Input">The activity's own input.</param>
internal sealed record ActivityCall(string Run, JsonElement Input);

/// <summary>
/// What an activity function returns. An error is returned too, and not thrown: an exception would come back with its type's name alone, and whether to
/// try again hangs on its base types.
/// </summary>
/// <param name="Output">The activity's own result.</param>
/// <param name="Failure">Its error; none if it succeeded.</param>
internal sealed record ActivityAnswer(JsonElement? Output, Failure? Failure);
