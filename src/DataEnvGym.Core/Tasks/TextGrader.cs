namespace DataEnvGym.Core.Tasks;

/// <summary>A grader that needs nothing but the text: pure and quick.</summary>
public abstract class TextGrader : IGrader
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <summary>Judges one response. Never throws for any text.</summary>
    public abstract Grade Grade(Item item, string response);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Grade>> GradeAsync(IReadOnlyList<ItemResponse> responses, CancellationToken cancellationToken)
    {
        var grades = new List<Grade>(responses.Count);
        foreach (var (item, text) in responses)
        {
            cancellationToken.ThrowIfCancellationRequested();
            grades.Add(Grade(item, text));
        }

        return Task.FromResult<IReadOnlyList<Grade>>(grades);
    }
}
