namespace DataEnvGym.Domains.Mathematics.Grading.Parsing;

/// <summary>A text is no mathematics that the parser knows; it is then compared as words.</summary>
internal sealed class MathSyntaxException(string message) : Exception(message);
