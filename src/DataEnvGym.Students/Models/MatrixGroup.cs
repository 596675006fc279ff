namespace DataEnvGym.Students.Models;

/// <summary>Neighbouring matrices of one shape in the flat buffer.</summary>
/// <param name="Offset">First element of the first matrix.</param>
/// <param name="Count">Number of matrices.</param>
/// <param name="Rows">Outputs of each.</param>
/// <param name="Columns">Inputs of each.</param>
internal sealed record MatrixGroup(int Offset, int Count, int Rows, int Columns)
{
    public int End => At(Count);

    /// <summary>First element of matrix <paramref name="index"/>.</summary>
    public int At(int index) => Offset + (index * Rows * Columns);

    public NamedSlice Slice(string name, int index) => new(name, At(index), [Rows, Columns]);
}
