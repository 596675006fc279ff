namespace DataEnvGym.Domains.Mathematics.Grading.Extraction;

/// <summary>A piece of mathematics in a text.</summary>
/// <param name="Start">Where it starts, its delimiters included.</param>
/// <param name="End">The position behind it.</param>
/// <param name="Content">What stands between the delimiters.</param>
internal readonly record struct Piece(int Start, int End, string Content);
