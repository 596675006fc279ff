using DataEnvGym.Core;

namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>A formula of random shape that can be valued, changed, and written in many ways.</summary>
internal abstract record RandomFormula
{
    private static readonly char[] Operators = ['+', '-', '*', '/', '^'];

    public static RandomFormula Draw(Rng rng, int depth, bool variables)
    {
        if (depth == 0 || rng.Next(5) == 0)
        {
            return variables && rng.Next(2) == 0 ? new Variable("xyn"[rng.Next(3)]) : new Number(rng.Between(2, 40));
        }

        var operation = rng.Pick(Operators);
        return operation == '^' && rng.Next(2) == 0
            ? new Root(Draw(rng, depth - 1, variables))
            : new Binary(operation, Draw(rng, depth - 1, variables), operation == '^' ? new Number(rng.Between(2, 3)) : Draw(rng, depth - 1, variables));
    }

    /// <summary>The value where x is 1.3, y is 2.1 and n is 0.7.</summary>
    public abstract double Value { get; }

    /// <summary>Writes it in a style that chance chooses anew at each place.</summary>
    public abstract string Write(Rng rng);

    /// <summary>The same shape with one number changed; nothing where there is no number.</summary>
    public abstract RandomFormula? Change(Rng rng);

    private sealed record Number(int N) : RandomFormula
    {
        public override double Value => N;

        public override string Write(Rng rng) => rng.Next(6) switch
        {
            0 => $"{N}.0",
            1 => $"{{{N}}}",
            _ => $"{N}",
        };

        public override RandomFormula Change(Rng rng) => new Number(N + rng.Between(1, 3));
    }

    private sealed record Variable(char Name) : RandomFormula
    {
        public override double Value => Name switch { 'x' => 1.3, 'y' => 2.1, _ => 0.7 };

        public override string Write(Rng rng) => rng.Next(3) == 0 ? $"{{{Name}}}" : $"{Name}";

        public override RandomFormula? Change(Rng rng) => null;
    }

    private sealed record Root(RandomFormula Inner) : RandomFormula
    {
        public override double Value => Math.Sqrt(Inner.Value);

        public override string Write(Rng rng) => rng.Next(3) switch
        {
            0 => $"\\sqrt{{{Inner.Write(rng)}}}",
            1 => $"sqrt({Inner.Write(rng)})",
            _ => $"{Bracketed(Inner, rng)}^{{1/2}}",
        };

        public override RandomFormula? Change(Rng rng) => Inner.Change(rng) is { } changed ? new Root(changed) : null;
    }

    private sealed record Binary(char Operator, RandomFormula Left, RandomFormula Right) : RandomFormula
    {
        public override double Value => Operator switch
        {
            '+' => Left.Value + Right.Value,
            '-' => Left.Value - Right.Value,
            '*' => Left.Value * Right.Value,
            '/' => Left.Value / Right.Value,
            _ => Math.Pow(Left.Value, Right.Value),
        };

        public override string Write(Rng rng)
        {
            var (a, b) = Operator is '+' or '*' && rng.Next(2) == 0 ? (Right, Left) : (Left, Right);
            var space = rng.Pick(["", " ", "\\,", "~"]);
            return Operator switch
            {
                '+' => $"{Bracketed(a, rng)}{space}+{space}{Bracketed(b, rng)}",
                '-' => rng.Next(2) == 0 ? $"{Bracketed(a, rng)}{space}-{space}{Bracketed(b, rng)}" : $"-{Bracketed(b, rng)}+{Bracketed(a, rng)}",
                '*' => $"{Bracketed(a, rng)}{rng.Pick([" \\cdot ", " \\times ", "*", "·"])}{Bracketed(b, rng)}",
                '/' => rng.Next(3) switch
                {
                    0 => $"\\frac{{{a.Write(rng)}}}{{{b.Write(rng)}}}",
                    1 => $"\\dfrac {{{a.Write(rng)}}} {{{b.Write(rng)}}}",
                    _ => $"{Bracketed(a, rng)}/{Bracketed(b, rng)}",
                },
                _ => $"{Bracketed(a, rng)}^{{{b.Write(rng)}}}",
            };
        }

        public override RandomFormula? Change(Rng rng) =>
            rng.Next(2) == 0 && Left.Change(rng) is { } left ? this with { Left = left }
            : Right.Change(rng) is { } right ? this with { Right = right }
            : Left.Change(rng) is { } other ? this with { Left = other } : null;
    }

    private static string Bracketed(RandomFormula formula, Rng rng)
    {
        var text = formula.Write(rng);
        return formula is Number or Variable ? text : rng.Next(2) == 0 ? $"({text})" : $"\\left({text}\\right)";
    }
}
