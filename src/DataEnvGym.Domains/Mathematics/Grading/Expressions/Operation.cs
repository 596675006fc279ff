namespace DataEnvGym.Domains.Mathematics.Grading.Expressions;

/// <summary>What a <see cref="CallNode"/> does with its arguments.</summary>
internal enum Operation
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
    Power,

    /// <summary>The radicand and the degree of the root.</summary>
    Root,
    Abs,
    Floor,
    Ceiling,
    Factorial,
    Binomial,
    Exp,

    /// <summary>A logarithm: the number and the base.</summary>
    Log,
    Sin,
    Cos,
    Tan,
    Cot,
    Sec,
    Csc,
    Arcsin,
    Arccos,
    Arctan,
    Sinh,
    Cosh,
    Tanh,
    Max,
    Min,
    Gcd,
    Lcm,
    Mod,
    Percent,
    Degree,

    /// <summary>One argument or two: either sign.</summary>
    PlusMinus,

    /// <summary>The opposite sign of <see cref="PlusMinus"/>.</summary>
    MinusPlus,
    Ratio,
    Union,
    Intersection,
    Difference,
}

/// <summary>What a relation says of its two sides.</summary>
internal enum Comparator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Element,
}
