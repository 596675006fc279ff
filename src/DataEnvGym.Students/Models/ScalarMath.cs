using TorchSharp;
using static TorchSharp.torch;

namespace DataEnvGym.Students.Models;

/// <summary>
/// Arithmetic with numbers. TorchSharp hands torch the bare pointer of a number and may have it freed while torch still reads it, when the
/// garbage collector runs just then; the sum or product is wrong or fails. So every number that goes to torch goes through here, where it is
/// kept until the call is over. That holds for <c>tensor + tensor</c>, <c>square()</c> and <c>item()</c> too, which make numbers of their own.
/// </summary>
internal static class ScalarMath
{
    /// <summary>x + <paramref name="factor"/> · other.</summary>
    public static Tensor Plus(this Tensor x, Tensor other, double factor = 1)
    {
        using var kept = factor.ToScalar();
        return x.add(other, kept);
    }

    /// <summary>As <see cref="Plus"/>, in place.</summary>
    public static Tensor PlusInPlace(this Tensor x, Tensor other, double factor = 1)
    {
        using var kept = factor.ToScalar();
        return x.add_(other, kept);
    }

    /// <summary>x + number, in place.</summary>
    public static Tensor PlusInPlace(this Tensor x, double number)
    {
        using var kept = number.ToScalar();
        using var one = 1.0.ToScalar();
        return x.add_(kept, one);
    }

    /// <summary>x · number.</summary>
    public static Tensor Times(this Tensor x, double number)
    {
        using var kept = number.ToScalar();
        return x.mul(kept);
    }

    /// <summary>As <see cref="Times"/>, in place.</summary>
    public static Tensor TimesInPlace(this Tensor x, double number)
    {
        using var kept = number.ToScalar();
        return x.mul_(kept);
    }

    /// <summary>x².</summary>
    public static Tensor Squared(this Tensor x)
    {
        using var two = 2.0.ToScalar();
        return x.pow(two);
    }

    /// <summary>x / number.</summary>
    public static Tensor Over(this Tensor x, double number)
    {
        using var kept = number.ToScalar();
        return x.div(kept);
    }

    /// <summary>x + a · b, element by element.</summary>
    public static Tensor PlusProduct(this Tensor x, Tensor a, Tensor b)
    {
        using var one = 1.0.ToScalar();
        return x.addcmul(a, b, one);
    }

    /// <summary>x + <paramref name="factor"/> · a · b, element by element and in place.</summary>
    public static Tensor PlusProductInPlace(this Tensor x, Tensor a, Tensor b, double factor)
    {
        using var kept = factor.ToScalar();
        return x.addcmul_(a, b, kept);
    }

    /// <summary>x + <paramref name="factor"/> · a / b, element by element and in place.</summary>
    public static Tensor PlusQuotientInPlace(this Tensor x, Tensor a, Tensor b, double factor)
    {
        using var kept = factor.ToScalar();
        return x.addcdiv_(a, b, kept);
    }

    /// <summary>The larger of x and a number, element by element.</summary>
    public static Tensor AtLeast(this Tensor x, double number)
    {
        using var kept = number.ToScalar();
        return x.clamp_min(kept);
    }

    /// <summary>The value of a tensor of one element. Waits for a GPU to have it.</summary>
    public static float Value(this Tensor x) => x.detach().cpu().data<float>()[0];
}
