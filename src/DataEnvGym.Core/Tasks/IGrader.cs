namespace DataEnvGym.Core.Tasks;

/// <summary>Judges responses. The same item and response always get the same grade.</summary>
public interface IGrader
{
    /// <summary>Name and version, such as <c>final-answer/1</c>; part of every score's identity.</summary>
    string Name { get; }

    /// <summary>Judges responses, each to its item. Never throws for any text.</summary>
    /// <returns>One grade for each response, in their order.</returns>
    Task<IReadOnlyList<Grade>> GradeAsync(IReadOnlyList<ItemResponse> responses, CancellationToken cancellationToken);
}

/// <summary>A response to an item.</summary>
/// <param name="Item">What was asked.</param>
/// <param name="Text">The whole response.</param>
public readonly record struct ItemResponse(Item Item, string Text);
