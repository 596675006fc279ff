namespace DataEnvGym.Domains.Mathematics.Grading.Extraction;

/// <summary>Finds <c>\boxed{…}</c> and <c>\fbox{…}</c>, with nested braces, without braces and unclosed.</summary>
internal static class Boxes
{
    private static readonly string[] Commands = ["\\boxed", "\\fbox"];

    public static List<Piece> Find(string text)
    {
        var boxes = new List<Piece>();
        for (var i = text.IndexOf('\\'); i >= 0 && i < text.Length; i = text.IndexOf('\\', i))
        {
            var command = Commands.FirstOrDefault(name => text.AsSpan(i).StartsWith(name));
            if (command is null)
            {
                i += 2;
                if (i >= text.Length)
                {
                    break;
                }

                continue;
            }

            var box = Read(text, i, i + command.Length);
            if (!string.IsNullOrWhiteSpace(box.Content))
            {
                boxes.Add(box);
            }

            i = Math.Max(box.End, i + 1);
        }

        return boxes;
    }

    private static Piece Read(string text, int start, int position)
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }

        if (position < text.Length && text[position] == '{')
        {
            var end = Braces.End(text, position);
            return Braces.IsClosed(text, position)
                ? new(start, end, text[(position + 1)..(end - 1)])
                : Unclosed(text, start, position + 1);
        }

        return Unclosed(text, start, position);
    }

    // Up to the end of the mathematics or of the line.
    private static Piece Unclosed(string text, int start, int position)
    {
        var length = text.AsSpan(position).IndexOfAny('$', '\n');
        var end = length < 0 ? text.Length : position + length;
        return new(start, end, text[position..end]);
    }
}
