namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Units, currency, percent, degrees.</summary>
public sealed class UnitAnswerTests
{
    [Theory]
    [InlineData(@"$(-\infty,-14)\cup(-3,+\infty)$", @"$x<-14$ or $x>-3$")]
    [InlineData(@"$10 \mathrm{~km} / \mathrm{h}$", @"10")]
    [InlineData(@"$10 \mathrm{~km} / \mathrm{h}$", @"10 km/h")]
    [InlineData(@"$18^{\circ}, 72^\circ$", @"18 and 72 degrees")]
    [InlineData(@"$a \leq 2 \text{ or } a\geq 3$", @"$(-\infty,2]\cup[3,\infty)$")]
    [InlineData(@"$m\angle A=30^\circ$", @"30")]
    [InlineData(@"$\angle ABC=30^\circ$", @"$30^\circ$")]
    [InlineData(@"$2\frac{1}{3}$ hours", @"$\frac73$")]
    [InlineData(@"$\left\{\frac{1}{2},-3\right\}$", @"$-3,0.5$")]
    [InlineData(@"$\left|x-1\right|$", @"$|1-x|$")]
    [InlineData(@"$\dfrac{\sqrt{6}-\sqrt{2}}{4}$", @"$\sin 15^\circ$")]
    [InlineData(@"5,000 dollars", @"\$5{,}000")]
    [InlineData(@"$5 per hour", @"5")]
    [InlineData(@"45 mph", @"45")]
    [InlineData(@"$\text{5 cm}$", @"5")]
    [InlineData(@"$\text{5}$", @"5")]
    [InlineData(@"$(\sqrt2, 1)$", @"$\left(\sqrt{2},1\right)$")]
    [InlineData(@"\left(3, \frac{\pi}{2}\right)", @"$(3,\pi/2)$")]
    [InlineData(@"\infty", @"+\infty")]
    [InlineData(@"$12\%$", @"12 percent")]
    [InlineData(@"0.12", @"12%")]
    [InlineData(@"$0.5\%$", @"0.005")]
    [InlineData(@"25", @"Thus, the total is 25 dollars.")]
    [InlineData(@"x>0", @"$(0, \infty)$")]
    [InlineData(@"$k \geq 2$", @"$[2,+\infty)$")]
    [InlineData(@"$\frac{12}{5}\text{ feet}$", @"2.4 feet")]
    [InlineData(@"12.5\%", @"$\frac18$")]
    [InlineData(@"$5^\circ C$", @"5")]
    [InlineData(@"$10$", @"\boxed{10\%}")]
    [InlineData(@"$\sin\left(\frac{\pi}{4}\right)$", @"$\frac{\sqrt2}{2}$")]
    [InlineData(@"$x\in(-\infty,1)$", @"$x<1$")]
    [InlineData(@"$(-\infty;1)$", @"$(-\infty,1)$")]
    [InlineData(@"$x \in [1,2) \cup (2, \infty)$", @"$[1,2)\cup(2,+\infty)$")]
    [InlineData(@"$a>1$ or $a<-1$", @"$(-\infty,-1)\cup(1,\infty)$")]
    [InlineData(@"$\{x \mid x \le 1 \text{ or } x \geq 2\}$", @"$(-\infty,1]\cup[2,\infty)$")]
    [InlineData(@"$x=1 \text{ or } x \geq 2$", @"$\{1\}\cup[2,\infty)$")]
    [InlineData(@"$(-\infty,\frac{1}{e}]$", @"$a\leq\frac1e$")]
    [InlineData(@"$m \ge 2$", @"$m\in[2,+\infty)$")]
    [InlineData(@"$(-\infty, 0) \cup (0, \infty)$", @"$x \neq 0$")]
    [InlineData(@"$x>\sqrt2$", @"$(\sqrt2,\infty)$")]
    [InlineData(@"$\left(\frac{1}{2},-\frac{1}{2}\right)$", @"$(0.5,-0.5)$")]
    [InlineData(@"$\angle A=60^{\circ}$", @"60")]
    [InlineData(@"11 \frac{1}{2} \%", @"11.5%")]
    [InlineData(@"5 \mathrm{~cm}^{2}", @"5")]
    [InlineData(@"$120 \mathrm{~km}$", @"$120$ km")]
    [InlineData(@"60^\circ", @"60 degrees")]
    [InlineData(@"$12 \text{ cm}^2$", @"12 \text{ square cm}")]
    [InlineData(@"$4 \text{ feet}$", @"4 ft")]
    [InlineData(@"$\$5$", @"5 dollars")]
    [InlineData(@"5 \text{ cents}", @"5")]
    [InlineData(@"3\%", @"0.03")]
    [InlineData(@"3\%", @"3")]
    [InlineData(@"0.25", @"25 percent")]
    [InlineData(@"20\% ", @"\frac{1}{5}")]
    [InlineData(@"10:30 \text{ a.m.}", @"10:30 a.m.")]
    [InlineData(@"64", @"The final answer is: 64 dollars per day.")]
    public void Compare_SameAnswer_IsEqualEitherWay(string gold, string prediction)
    {
        Answers.ShouldBeEqual(gold, prediction);
        Answers.ShouldBeEqual(prediction, gold);
    }

    [Theory]
    [InlineData(@"$3 \mathrm{~cm}$", @"$30 \mathrm{~mm}$")]
    [InlineData(@"-\infty", @"\infty")]
    [InlineData(@"3 hours", @"180 minutes")]
    public void Compare_OtherAnswer_IsUnequalEitherWay(string gold, string prediction)
    {
        Answers.ShouldDiffer(gold, prediction);
        Answers.ShouldDiffer(prediction, gold);
    }
}
