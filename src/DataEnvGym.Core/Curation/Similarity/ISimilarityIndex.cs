namespace DataEnvGym.Core.Curation.Similarity;

/// <summary>Texts by name, among which those are found that are like another.</summary>
internal interface ISimilarityIndex
{
    /// <summary>Takes a text up. One that is too short to be compared is left out.</summary>
    void Add(string text, string name);

    /// <summary>The most similar text that is similar enough, the first among equals, in words: how similar, and its name; none if there is none.</summary>
    string? Find(string text);
}
