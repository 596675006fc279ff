namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

/// <summary>English number words from 1 to 9,999, without "and": four thousand two hundred forty-seven.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static string Write(int number)
    {
        var words = new List<string>();
        if (number >= 1000)
        {
            words.Add($"{Small[number / 1000]} thousand");
        }

        if (number % 1000 >= 100)
        {
            words.Add($"{Small[number % 1000 / 100]} hundred");
        }

        var rest = number % 100;
        if (rest >= 20)
        {
            words.Add(rest % 10 == 0 ? Tens[rest / 10] : $"{Tens[rest / 10]}-{Small[rest % 10]}");
        }
        else if (rest > 0)
        {
            words.Add(Small[rest]);
        }

        return string.Join(' ', words);
    }

    /// <summary>The number of the words, or nothing where a word is no number word. Leaves the order of the words to the caller to check.</summary>
    public static int? Read(string words)
    {
        var (total, current) = (0, 0);
        foreach (var word in words.Split(' ', '-'))
        {
            switch (word)
            {
                case "thousand":
                    (total, current) = (total + (current * 1000), 0);
                    break;
                case "hundred":
                    (total, current) = (total + (current * 100), 0);
                    break;
                default:
                    var small = Array.IndexOf(Small, word);
                    var tens = Array.IndexOf(Tens, word);
                    if (small < 0 && tens < 0)
                    {
                        return null;
                    }

                    current += small >= 0 ? small : 10 * tens;
                    break;
            }
        }

        return total + current;
    }
}
