namespace DataEnvGym.Domains.Code.Procedural;

/// <summary>What stands in the slots of a form.</summary>
/// <param name="slots">The slots.</param>
/// <param name="texts">A text for each.</param>
internal sealed class Constants(IReadOnlyList<Slot> slots, IReadOnlyList<string> texts)
{
    /// <summary>A number.</summary>
    public int this[int slot] => int.Parse(texts[slot]);

    /// <summary>All numbers.</summary>
    public IReadOnlyList<int> Numbers { get; } = [.. texts.Where((_, i) => slots[i].IsNumber).Select(int.Parse)];

    /// <summary>All letters and words.</summary>
    public IReadOnlyList<string> Words { get; } = [.. texts.Where((_, i) => !slots[i].IsNumber)];

    /// <summary>A letter or word.</summary>
    public string Text(int slot) => texts[slot];

    /// <summary>A template with the constants in their places.</summary>
    public string Fill(string template)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            template = template.Replace($"{{{i}}}", texts[i], StringComparison.Ordinal);
        }

        return template;
    }
}
