namespace DataEnvGym.Students.Models;

/// <summary>A tensor of a checkpoint as a run of the flat parameter buffer.</summary>
/// <param name="Name">Its name in Hugging Face's Llama.</param>
/// <param name="Offset">First element.</param>
/// <param name="Shape">Rows and columns, or one length.</param>
internal sealed record NamedSlice(string Name, int Offset, IReadOnlyList<int> Shape)
{
    public int Length => Shape.Aggregate(1, (product, size) => product * size);
}
