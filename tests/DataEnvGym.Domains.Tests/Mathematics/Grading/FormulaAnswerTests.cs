namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Formulas, equations, functions.</summary>
public sealed class FormulaAnswerTests
{
    [Theory]
    [InlineData(@"$x^2+2x+1$", @"$(x+1)^2$")]
    [InlineData(@"$y=2x+1$", @"$2x-y+1=0$")]
    [InlineData(@"$y=2x+1$", @"$2x+1$")]
    [InlineData(@"$\frac{x+1}{x}$", @"$1+\frac1x$")]
    [InlineData(@"$\sqrt{x^2}$", @"$|x|$")]
    [InlineData(@"$\sin^2 x+\cos^2 x$", @"1")]
    [InlineData(@"$2\sin x\cos x$", @"$\sin 2x$")]
    [InlineData(@"$\ln(ab)$", @"$\ln a+\ln b$")]
    [InlineData(@"$n!$", @"$n\cdot (n-1)!$")]
    [InlineData(@"$\frac{n(n+1)}{2}$", @"$\binom{n+1}{2}$")]
    [InlineData(@"$e^{2x}$", @"$(e^x)^2$")]
    [InlineData(@"$f(x)=x^2$", @"$x^2$")]
    [InlineData(@"$x^2+y^2=25$", @"$y^2+x^2-25=0$")]
    [InlineData(@"$a_n=2n+1$", @"$2n+1$")]
    [InlineData(@"$xy$", @"$yx$")]
    [InlineData(@"$\sum_{k=1}^{10} k$", @"55")]
    [InlineData(@"$\sum_{k=1}^n k^2$", @"$\sum_{j=1}^n j^2$")]
    [InlineData(@"$\int_0^1 x^2 dx$", @"$\int_0^1 t^2 dt$")]
    [InlineData(@"$x^2 = 4$", @"$x=\pm2$")]
    [InlineData(@"5 = x", @"5")]
    [InlineData(@"$x+y=1$", @"$1-y=x$")]
    [InlineData(@"$y^2=4x$", @"$4x=y^2$")]
    [InlineData(@"$y=\frac{1}{2}x^2$", @"$x^2=2y$")]
    [InlineData(@"$\frac{1}{2}ab$", @"$\frac{ab}{2}$")]
    [InlineData(@"$\mathrm{C}$", @"C")]
    [InlineData(@"$\mathbf{(C)}$", @"C")]
    [InlineData(@"$S_{\triangle ABC}=6$", @"6")]
    [InlineData(@"$P(A)=\frac12$", @"$0.5$")]
    [InlineData(@"$\overline{AB}=5$", @"5")]
    [InlineData(@"$\frac{AB}{CD}=2$", @"2")]
    [InlineData(@"$\cos A = \frac{1}{2}$", @"$\frac12$")]
    [InlineData(@"$x\approx 3.14$", @"3.14")]
    [InlineData(@"$\sqrt{2}\approx 1.41$", @"$\sqrt2$")]
    [InlineData(@"$\cos\frac{\pi}{5}$", @"$\frac{1+\sqrt5}{4}$")]
    [InlineData(@"$\log 100$", @"2")]
    [InlineData(@"$\log_{10} 1000$", @"3")]
    [InlineData(@"$\ln 2$", @"$\log_e 2$")]
    [InlineData(@"$\frac{a}{b+c}$", @"a/(b+c)")]
    [InlineData(@"$x^{\frac12}$", @"$\sqrt{x}$")]
    [InlineData(@"A", @"\boxed{A}")]
    [InlineData(@"$\frac{3+\sqrt{5}}{2}$", @"$\frac{\sqrt{5}+3}{2}$")]
    [InlineData(@"1 \frac{4}{5}", @"\frac{9}{5}")]
    [InlineData(@"p^2-1", @"(p-1)(p+1)")]
    [InlineData(@"$0.\overline{4}$", @"4/9")]
    [InlineData(@"$x=\frac{1}{2}$", @"x = 0.5")]
    [InlineData(@"$\frac{x^2}{4}+\frac{y^2}{3}=1$", @"$3x^2+4y^2=12$")]
    [InlineData(@"$(x-1)^2+y^2=4$", @"$x^2+y^2-2x-3=0$")]
    [InlineData(@"$\cot x$", @"$\frac{1}{\tan x}$")]
    [InlineData(@"$\arctan 1$", @"$\frac{\pi}{4}$")]
    [InlineData(@"$\sin^{-1}(1)$", @"$\frac{\pi}{2}$")]
    [InlineData(@"$\sqrt{8}+\sqrt{2}$", @"$3\sqrt{2}$")]
    [InlineData(@"$x^2=4$", @"$\pm 2$")]
    public void Compare_SameAnswer_IsEqualEitherWay(string gold, string prediction)
    {
        Answers.ShouldBeEqual(gold, prediction);
        Answers.ShouldBeEqual(prediction, gold);
    }

    [Theory]
    [InlineData(@"$x^2+2x+1$", @"$(x-1)^2$")]
    [InlineData(@"$y=2x+1$", @"$y=2x+2$")]
    [InlineData(@"$\sqrt{x^2}$", @"$x$")]
    [InlineData(@"$x=5$", @"$y=5$")]
    [InlineData(@"$2^{n}$", @"$2^{n+1}$")]
    [InlineData(@"$0.4$", @"$\frac49$")]
    [InlineData(@"$y = 3$", @"$x=3$")]
    [InlineData(@"$-\sqrt{3}$", @"$\sqrt{3}$")]
    [InlineData(@"$a^2+b^2$", @"$(a+b)^2$")]
    [InlineData(@"$x^2=-4$", @"$x^2=-9$")]
    [InlineData(@"\frac{1}{0}", @"\frac{2}{0}")]
    public void Compare_OtherAnswer_IsUnequalEitherWay(string gold, string prediction)
    {
        Answers.ShouldDiffer(gold, prediction);
        Answers.ShouldDiffer(prediction, gold);
    }
}
