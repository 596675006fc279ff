namespace DataEnvGym.Core.Tasks;

/// <summary>Judges responses. Pure: the same item and response always get the same grade.</summary>
public interface IGrader
{
    /// <summary>Name and version, such as <c>final-answer/1</c>; part of every score's identity.</summary>
    string Name { get; }

    /// <summary>Judges one response. Never throws for any text.</summary>
    Grade Grade(Item item, string response);
}
