using System.Numerics;
using DataEnvGym.Domains.Mathematics.Grading.Comparison;
using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Tests.Mathematics.Grading.Comparison;

/// <summary>Values with their errors: both are worked out by hand here, to first order as Higham does.</summary>
public sealed class ApproximationTests
{
    private const double Unit = 2.3e-16;

    [Theory]
    [InlineData(nameof(Operation.Add), 3, 0.1, 2, 0.2, 5, 0.3)]
    [InlineData(nameof(Operation.Subtract), 3, 0.1, 2, 0.2, 1, 0.3)]
    [InlineData(nameof(Operation.Multiply), 3, 0.1, 2, 0.2, 6, (3 * 0.2) + (2 * 0.1) + (0.1 * 0.2))]
    [InlineData(nameof(Operation.Multiply), -3, 0.1, 2, 0.2, -6, (3 * 0.2) + (2 * 0.1) + (0.1 * 0.2))]
    [InlineData(nameof(Operation.Divide), 6, 0.1, 2, 0.2, 3, (0.1 + (3 * 0.2)) / (2 - 0.2))]
    [InlineData(nameof(Operation.Divide), 6, 0.1, -2, 0.2, -3, (0.1 + (3 * 0.2)) / (2 - 0.2))]
    [InlineData(nameof(Operation.Ratio), 6, 0.1, 2, 0.2, 3, (0.1 + (3 * 0.2)) / (2 - 0.2))]
    [InlineData(nameof(Operation.Power), 2, 0.01, 3, 0, 8, 8 * 3 / 2.0 * 0.01)]
    [InlineData(nameof(Operation.Power), 2, 0, 3, 0.02, 8, 8 * 0.69314718056 * 0.02)]
    [InlineData(nameof(Operation.Power), 2, 0.01, 3, 0.02, 8, 8 * ((3 / 2.0 * 0.01) + (0.69314718056 * 0.02)))]
    [InlineData(nameof(Operation.Power), -2, 0.01, 3, 0, -8, 0.12)]
    [InlineData(nameof(Operation.Power), 4, 0.01, 0.5, 0, 2, 2 * 0.5 / 4 * 0.01)]
    [InlineData(nameof(Operation.Power), 0, 0.01, 2, 0, 0, 0.01)]
    [InlineData(nameof(Operation.Power), 0, 0.01, 0.5, 0, 0, 0.1)]
    [InlineData(nameof(Operation.Root), 8, 0.01, 3, 0, 2, 2 / 3.0 / 8 * 0.01)]
    [InlineData(nameof(Operation.Root), -8, 0.01, 3, 0, -2, 2 / 3.0 / 8 * 0.01)]
    [InlineData(nameof(Operation.Log), 8, 0.01, 2, 0, 3, 0.01 / 8 / 0.69314718056)]
    [InlineData(nameof(Operation.Log), 8, 0, 2, 0.01, 3, 3 * 0.005 / (0.69314718056 - 0.005))]
    [InlineData(nameof(Operation.Max), 3, 0.1, 2, 0.2, 3, 0.1)]
    [InlineData(nameof(Operation.Max), 2, 0.2, 3, 0.1, 3, 0.1)]
    [InlineData(nameof(Operation.Min), 3, 0.1, 2, 0.2, 2, 0.2)]
    [InlineData(nameof(Operation.Min), 2, 0.2, 3, 0.1, 2, 0.2)]
    [InlineData(nameof(Operation.Binomial), 5, 0, 2, 0, 10, 0)]
    [InlineData(nameof(Operation.Binomial), 5, 0, 0.5, 0, 2.586899392478, 0)]
    public void Apply_TwoValues_HasTheValueAndItsError(string operation, double a, double errorOfA, double b, double errorOfB, double value, double error) =>
        ShouldBe(Of(operation, new(a, errorOfA), new(b, errorOfB)), value, error);

    [Theory]
    [InlineData(nameof(Operation.Negate), 3, 0.1, -3, 0.1)]
    [InlineData(nameof(Operation.Degree), 3, 0.1, 3, 0.1)]
    [InlineData(nameof(Operation.Max), 3, 0.1, 3, 0.1)]
    [InlineData(nameof(Operation.Min), 3, 0.1, 3, 0.1)]
    [InlineData(nameof(Operation.Percent), 50, 1, 0.5, 0.01)]
    [InlineData(nameof(Operation.Abs), -3, 0.1, 3, 0.1)]
    [InlineData(nameof(Operation.Floor), 2.91, 0.01, 2, 0)]
    [InlineData(nameof(Operation.Floor), 2.09, 0.01, 2, 0)]
    [InlineData(nameof(Operation.Ceiling), 2.5, 0.01, 3, 0)]
    [InlineData(nameof(Operation.Exp), 1, 0.01, 2.718281828459, 0.02718281828459)]
    [InlineData(nameof(Operation.Sin), 1, 0.01, 0.841470984808, 0.01)]
    [InlineData(nameof(Operation.Cos), 1, 0.01, 0.540302305868, 0.01)]
    [InlineData(nameof(Operation.Tan), 1, 0.01, 1.557407724655, (0.01 + (1.557407724655 * 0.01)) / (0.540302305868 - 0.01))]
    [InlineData(nameof(Operation.Cot), 1, 0.01, 0.642092615934, (0.01 + (0.642092615934 * 0.01)) / (0.841470984808 - 0.01))]
    [InlineData(nameof(Operation.Sec), 1, 0.01, 1.850815717681, 1.850815717681 * 0.01 / (0.540302305868 - 0.01))]
    [InlineData(nameof(Operation.Csc), 1, 0.01, 1.188395105778, 1.188395105778 * 0.01 / (0.841470984808 - 0.01))]
    [InlineData(nameof(Operation.Arcsin), 0.5, 0.01, Math.PI / 6, 0.01 / 0.866025403784)]
    [InlineData(nameof(Operation.Arcsin), 1, 0.01, Math.PI / 2, 0.01 / 0.141421356237)]
    [InlineData(nameof(Operation.Arccos), 0.5, 0.01, Math.PI / 3, 0.01 / 0.866025403784)]
    [InlineData(nameof(Operation.Arctan), 1, 0.01, Math.PI / 4, 0.005)]
    [InlineData(nameof(Operation.Sinh), 1, 0.01, 1.175201193644, 0.01543080634815)]
    [InlineData(nameof(Operation.Cosh), 1, 0.01, 1.543080634815, 0.01175201193644)]
    [InlineData(nameof(Operation.Tanh), 1, 0.01, 0.761594155956, (0.01543080634815 + (0.761594155956 * 0.01175201193644)) / (1.543080634815 - 0.01175201193644))]
    [InlineData(nameof(Operation.Factorial), 3, 0.01, 6, 6 * (1 + 1.609437912434) * 0.01)]
    [InlineData(nameof(Operation.Factorial), 0.5, 0, 0.886226925453, 0)]
    [InlineData(nameof(Operation.Factorial), -0.5, 0, 1.772453850906, 0)]
    [InlineData(nameof(Operation.Factorial), -0.7, 0, 2.991568987687, 0)]
    [InlineData(nameof(Operation.Factorial), -1.5, 0, -3.544907701811, 0)]
    [InlineData(nameof(Operation.Factorial), 2.5, 0, 3.323350970448, 0)]
    public void Apply_OneValue_HasTheValueAndItsError(string operation, double x, double errorOfX, double value, double error) => ShouldBe(Of(operation, new Approximate(x, errorOfX)), value, error);

    [Theory]
    [InlineData(true, nameof(Operation.Divide), 1, 0, 2, 0.24)]
    [InlineData(false, nameof(Operation.Divide), 1, 0, 2, 0.25)]
    [InlineData(false, nameof(Operation.Divide), 1, 0, 0, 0)]
    [InlineData(false, nameof(Operation.Power), 0, 0, 0, 0)]
    [InlineData(false, nameof(Operation.Power), 0, 0, -1, 0)]
    [InlineData(true, nameof(Operation.Power), 10, 0, -289, 0)]
    [InlineData(false, nameof(Operation.Power), 10, 0, -291, 0)]
    [InlineData(false, nameof(Operation.Log), 0, 0, 2, 0)]
    [InlineData(true, nameof(Operation.Exp), -667, 0)]
    [InlineData(false, nameof(Operation.Exp), -669, 0)]
    [InlineData(false, nameof(Operation.Floor), 2.93, 0.01)]
    [InlineData(false, nameof(Operation.Floor), 3.07, 0.01)]
    [InlineData(false, nameof(Operation.Ceiling), 3.07, 0.01)]
    [InlineData(true, nameof(Operation.Factorial), 170, 0)]
    [InlineData(false, nameof(Operation.Factorial), 170.5, 0)]
    [InlineData(true, nameof(Operation.Factorial), -99.5, 0)]
    [InlineData(false, nameof(Operation.Factorial), -100.5, 0)]
    [InlineData(false, nameof(Operation.Factorial), -1, 0)]
    [InlineData(false, nameof(Operation.Union), 1, 0, 2, 0)]
    [InlineData(false, nameof(Operation.Union), 1, 0)]
    public void Apply_OutOfRange_IsUndefined(bool isDefined, string operation, double a, double errorOfA, double b = double.NaN, double errorOfB = 0)
    {
        Approximate[] values = double.IsNaN(b) ? [new(a, errorOfA)] : [new(a, errorOfA), new(b, errorOfB)];

        double.IsNaN(Of(operation, values).Value.Real).ShouldBe(!isDefined);
    }

    [Fact]
    public void Apply_Several_IsTheLargestOrTheLeast()
    {
        Approximate[] values = [Approximate.Exactly(1), Approximate.Exactly(3), Approximate.Exactly(2)];

        ElementaryFunctions.Apply(Operation.Max, values).Value.ShouldBe(3);
        ElementaryFunctions.Apply(Operation.Min, values).Value.ShouldBe(1);
        double.IsNaN(ElementaryFunctions.Apply(Operation.Add, values).Value.Real).ShouldBeTrue();
        double.IsNaN(ElementaryFunctions.Apply(Operation.Max, [Approximate.Exactly(Complex.ImaginaryOne), Approximate.Exactly(1)]).Value.Real).ShouldBeTrue();
        double.IsNaN(ElementaryFunctions.Apply(Operation.Min, [Approximate.Exactly(1), Approximate.Exactly(Complex.ImaginaryOne)]).Value.Real).ShouldBeTrue();
    }

    // Multiplication keeps what the polar form would round: i to the 64th is 1 to the last digit.
    [Theory]
    [InlineData(2, -1, 0)]
    [InlineData(3, 0, -1)]
    [InlineData(64, 1, 0)]
    [InlineData(-2, -1, 0)]
    [InlineData(-64, 1, 0)]
    public void Power_OfTheImaginaryUnit_IsExact(int power, double real, double imaginary) =>
        Of(nameof(Operation.Power), new(Complex.ImaginaryOne, 0), new(power, 0)).Value.ShouldBe(new Complex(real, imaginary));

    [Fact]
    public void Power_OfNegativeNumber_IsThePrincipalOneAndTheOddRootIsReal()
    {
        (Of(nameof(Operation.Power), new(-8, 0), new(1 / 3.0, 0)).Value - new Complex(1, Math.Sqrt(3))).Magnitude.ShouldBeLessThan(1e-12);
        (Of(nameof(Operation.Root), new(-4, 0), new(2, 0)).Value - new Complex(0, 2)).Magnitude.ShouldBeLessThan(1e-12);
        (Of(nameof(Operation.Root), new(-32, 0), new(5, 0)).Value - -2).Magnitude.ShouldBeLessThan(1e-12);
        (Of(nameof(Operation.Root), new(-8, 0), new(-3, 0)).Value - -0.5).Magnitude.ShouldBeLessThan(1e-12);
    }

    [Theory]
    [InlineData(170, 7.257415615307994e306)]
    [InlineData(150.5, 7.014914303781553e+263)]
    [InlineData(20, 2432902008176640000)]
    public void Factorial_LargeNumber_IsKnownWithinItsError(double x, double factorial)
    {
        var found = Of(nameof(Operation.Factorial), Approximate.Exactly(x));

        (Math.Abs(found.Value.Real - factorial) / factorial).ShouldBeLessThan(found.Error / factorial);
        (found.Error / factorial).ShouldBeLessThan(1e-12);
    }

    // What rounding adds, in units of the last place of the result.
    [Fact]
    public void Rounding_OfEachOperation_IsCounted()
    {
        Approximate three = new(3, 0), two = new(2, 0);

        Approximate.Exactly(4).Error.ShouldBe(4 * Unit, 1e-20);
        (three + two).Error.ShouldBe(5 * Unit, 1e-20);
        (three * two).Error.ShouldBe(3 * 6 * Unit, 1e-20);
        (three / two).Error.ShouldBe(6 * 1.5 * Unit, 1e-20);
        Approximate.Through(5, 7, two).Error.ShouldBe(4 * 5 * Unit, 1e-20);
        Of(nameof(Operation.Power), two, three).Error.ShouldBe(8e-15, 1e-20);
        Of(nameof(Operation.Factorial), three).Error.ShouldBe(6e-13, 1e-17);
    }

    [Theory]
    [InlineData(9, 0.99e-5, true)]
    [InlineData(9, 1.01e-5, false)]
    [InlineData(0, 0.9e-6, true)]
    [InlineData(double.NaN, 0, false)]
    [InlineData(double.PositiveInfinity, 0, false)]
    public void IsUsable_Value_NeedsSixDigits(double value, double error, bool isUsable) => new Approximate(value, error).IsUsable.ShouldBe(isUsable);

    [Theory]
    [InlineData(2, 0.0079, 0.001, true)]
    [InlineData(2, -0.0081, 0.001, false)]
    [InlineData(2, 1.9e-13, 0, true)]
    [InlineData(2, 2.1e-13, 0, false)]
    public void IsReal_ImaginaryPart_IsWithinTheError(double real, double imaginary, double error, bool isReal) => new Approximate(new(real, imaginary), error).IsReal.ShouldBe(isReal);

    [Theory]
    [InlineData(1, 0.01, 1.47, 0.02, true)]
    [InlineData(1, 0.01, 1.49, 0.02, false)]
    [InlineData(1_000_000, 0, 1_000_000.000000009, 0, true)]
    [InlineData(1_000_000, 0, 1_000_000.000000012, 0, false)]
    [InlineData(1, 0, -1, 0, false)]
    public void Agree_TwoValues_AreWithinWhatRoundingExplains(double a, double errorOfA, double b, double errorOfB, bool agree)
    {
        Approximate.Agree(new(a, errorOfA), new(b, errorOfB)).ShouldBe(agree);
        Approximate.Agree(new(b, errorOfB), new(a, errorOfA)).ShouldBe(agree);
    }

    private static Approximate Of(string operation, params ReadOnlySpan<Approximate> values) => ElementaryFunctions.Apply(Enum.Parse<Operation>(operation), values);

    private static void ShouldBe(Approximate found, double value, double error)
    {
        found.Value.Real.ShouldBe(value, 1e-10);
        found.Value.Imaginary.ShouldBe(0, 1e-12);
        found.Error.ShouldBe(error, (1e-9 * error) + 1e-10);
    }
}
