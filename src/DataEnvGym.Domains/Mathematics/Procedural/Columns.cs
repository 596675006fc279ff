namespace DataEnvGym.Domains.Mathematics.Procedural;

/// <summary>
/// Written arithmetic as small models learn it: digit by digit from the right, each step a fact about single digits, carries and borrows spelled
/// out. Digits that no step touches are copied into the answer.
/// </summary>
internal static class Columns
{
    /// <summary>Column addition: <c>347+285</c> gives <c>7+5=12,4+8+1=13,3+2+1=6</c>.</summary>
    public static string Add(int a, int b) => Add($"{a}", $"{b}", 10);

    /// <summary>Column addition of numbers written in base 2 or 10; the sums are written in that base too.</summary>
    public static string Add(string a, string b, int numberBase)
    {
        var steps = new List<string>();
        var carry = 0;
        for (var i = 0; i < int.Max(a.Length, b.Length); i++)
        {
            if (carry == 0 && (i >= a.Length || i >= b.Length))
            {
                break;
            }

            int[] parts = [.. DigitAt(a, i), .. DigitAt(b, i), .. carry > 0 ? [1] : Array.Empty<int>()];
            var sum = parts.Sum();
            steps.Add($"{string.Join('+', parts)}={Convert.ToString(sum, numberBase)}");
            carry = sum / numberBase;
        }

        return string.Join(',', steps);
    }

    /// <summary>Column subtraction of the smaller from the larger: <c>732-285</c> gives <c>2-5=7b,3-8-1=4b,7-2-1=4</c>; b marks a borrow.</summary>
    public static string Subtract(int a, int b)
    {
        var (x, y) = ($"{a}", $"{b}");
        var steps = new List<string>();
        var borrow = 0;
        for (var i = 0; i < y.Length || borrow > 0; i++)
        {
            int[] parts = [.. DigitAt(x, i), .. DigitAt(y, i), .. borrow > 0 ? [1] : Array.Empty<int>()];
            var rest = parts[0] - parts.Skip(1).Sum();
            borrow = rest < 0 ? 1 : 0;
            steps.Add($"{string.Join('-', parts)}={rest + (10 * borrow)}{(borrow > 0 ? "b" : "")}");
        }

        return string.Join(',', steps);
    }

    /// <summary>
    /// Multiplication by one digit: <c>347*6</c> gives <c>7*6=42,4*6=24,4+4=8,3*6=18,8+2=10,1+1=2</c>. After a product comes the carry into its
    /// last digit, and into its first one where that overflows.
    /// </summary>
    public static string Multiply(int a, int digit)
    {
        var steps = new List<string>();
        var carry = 0;
        foreach (var d in $"{a}".Reverse().Select(c => c - '0'))
        {
            var product = d * digit;
            var (tens, units) = (product / 10, product % 10);
            steps.Add($"{d}*{digit}={product}");
            if (carry > 0)
            {
                steps.Add($"{units}+{carry}={units + carry}");
                if (units + carry >= 10 && tens > 0)
                {
                    steps.Add($"{tens}+1={tens + 1}");
                }
            }

            carry = (product + carry) / 10;
        }

        return string.Join(',', steps);
    }

    /// <summary>Long division by one digit: <c>852/6</c> gives <c>8/6=1r2,25/6=4r1,12/6=2r0</c>.</summary>
    public static string Divide(int a, int digit) =>
        string.Join(',', Chunks(a, digit).Select(chunk => $"{chunk}/{digit}={chunk / digit}r{chunk % digit}"));

    /// <summary>Long division that keeps the remainders only: <c>847%6</c> gives <c>8%6=2,24%6=0,7%6=1</c>.</summary>
    public static string Remainders(int a, int digit) =>
        string.Join(',', Chunks(a, digit).Select(chunk => $"{chunk}%{digit}={chunk % digit}"));

    /// <summary>Comparison of two numbers of equal length from the left: 347 and 352 give <c>3=3,4&lt;5</c>.</summary>
    public static string Compare(int a, int b)
    {
        var steps = new List<string>();
        foreach (var (x, y) in $"{a}".Zip($"{b}"))
        {
            steps.Add(x == y ? $"{x}={y}" : x < y ? $"{x}<{y}" : $"{x}>{y}");
            if (x != y)
            {
                break;
            }
        }

        return string.Join(',', steps);
    }

    /// <summary>Number of carries in the column addition of two numbers, the one out of the last column included.</summary>
    public static int Carries(int a, int b) => (DigitSum(a) + DigitSum(b) - DigitSum(a + b)) / 9;

    /// <summary>Number of borrows in the column subtraction of <paramref name="b"/> from <paramref name="a"/>.</summary>
    public static int Borrows(int a, int b) => Carries(a - b, b);

    private static int DigitSum(int a) => $"{a}".Sum(c => c - '0');

    private static IEnumerable<int> DigitAt(string number, int fromRight) =>
        fromRight < number.Length ? [number[^(fromRight + 1)] - '0'] : [];

    private static IEnumerable<int> Chunks(int a, int digit)
    {
        var rest = 0;
        foreach (var c in $"{a}")
        {
            var chunk = (rest * 10) + (c - '0');
            yield return chunk;
            rest = chunk % digit;
        }
    }
}
