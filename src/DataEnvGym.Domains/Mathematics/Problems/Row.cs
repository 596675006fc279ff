namespace DataEnvGym.Domains.Mathematics.Problems;

/// <summary>One problem of a file, as its fields stand there.</summary>
/// <param name="Id">What tells it from the others, such as <c>train/00007</c>.</param>
/// <param name="Where">File and line, for messages.</param>
/// <param name="Fields">What stands in it.</param>
internal sealed record Row(string Id, string Where, FieldTexts Fields);
