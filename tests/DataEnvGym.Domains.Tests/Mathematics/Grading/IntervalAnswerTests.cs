namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Intervals, inequalities and unions of them.</summary>
public sealed class IntervalAnswerTests
{
    [Theory]
    [InlineData(@"$(3,\infty)$", @"$x>3$")]
    [InlineData(@"$x>3$", @"$3<x$")]
    [InlineData(@"$(-\infty,2)\cup(3,\infty)$", @"$x<2$ or $x>3$")]
    [InlineData(@"$(-\infty,2)\cup(3,\infty)$", @"$(3,\infty)\cup(-\infty,2)$")]
    [InlineData(@"$(1,2]$", @"$1 < x \le 2$")]
    [InlineData(@"$\mathbb{R}$", @"$(-\infty,\infty)$")]
    [InlineData(@"$x\neq 0$", @"$(-\infty,0)\cup(0,\infty)$")]
    [InlineData(@"$x \in \mathbb{R} \setminus \{0\}$", @"$x\ne 0$")]
    [InlineData(@"$2x<6$", @"$x<3$")]
    [InlineData(@"$x^2<4$", @"$(-2,2)$")]
    [InlineData(@"$\left[-\frac{1}{2}, 3\right)$", @"$[-0.5,3)$")]
    [InlineData(@"]0,1[", @"$(0,1)$")]
    [InlineData(@"$\{x \mid x > 3\}$", @"$x>3$")]
    [InlineData(@"$-2\le x\le 7$", @"$x\in[-2,7]$")]
    [InlineData(@"$x \ge -2$ and $x \le 7$", @"$[-2,7]$")]
    [InlineData(@"$[-\infty,3)$", @"$(-\infty,3)$")]
    [InlineData(@"$\{1\}\cup\{2\}$", @"\{1,2\}")]
    [InlineData(@"$x \in (1,2) \cup (3,4)$", @"$1<x<2$ or $3<x<4$")]
    [InlineData(@"$(1,2)\cap(0,1.5)$", @"(1,1.5)")]
    [InlineData(@"$|x-1|<2$", @"$(-1,3)$")]
    [InlineData(@"$x\le -1$ or $x\ge 1$", @"$|x|\ge 1$")]
    [InlineData(@"$\sqrt[4]{16}$", @"2")]
    [InlineData(@"$\{0\}\cup[1,2]$", @"$[1,2]\cup\{0\}$")]
    [InlineData(@"3^{1/3}", @"\sqrt[3]{3}")]
    [InlineData(@"$x<1$", @"$1>x$")]
    [InlineData(@"$[1;2]$", @"$1\le x\le2$")]
    [InlineData(@"$(-1;3]$", @"$(-1,3]$")]
    [InlineData(@"$\{x | 1<x<2\}$", @"$(1,2)$")]
    [InlineData(@"$\{x: -1 < x < 3\}$", @"$(-1,3)$")]
    [InlineData(@"$0<x\leq1$", @"$(0,1]$")]
    [InlineData(@"$1\leqslant x\leqslant 2$", @"$[1,2]$")]
    [InlineData(@"$[0, \pi]$", @"$0 \le x \le \pi$")]
    [InlineData(@"$a>b$", @"$b<a$")]
    [InlineData(@"$2<x<3$", @"$3>x>2$")]
    [InlineData(@"$0<a<b$", @"$b>a>0$")]
    [InlineData(@"[1]", @"1")]
    [InlineData(@"$[a,b)$", @"$[a, b)$")]
    [InlineData(@"$(-\infty,a)$", @"$[-\infty,a)$")]
    [InlineData(@"$(a,\infty)$", @"$(a,\infty]$")]
    [InlineData(@"$(-\infty,a)\cup(b,\infty)$", @"$(-\infty, a) \cup (b, +\infty)$")]
    public void Compare_SameAnswer_IsEqualEitherWay(string gold, string prediction)
    {
        Answers.ShouldBeEqual(gold, prediction);
        Answers.ShouldBeEqual(prediction, gold);
    }

    [Theory]
    [InlineData(@"$[3,\infty)$", @"$x>3$")]
    [InlineData(@"$(-\infty,2)\cup(3,\infty)$", @"$(-\infty,2]\cup(3,\infty)$")]
    [InlineData(@"$[1,2]$", @"$(1,2)$")]
    [InlineData(@"$2x<200$", @"$3x<600$")]
    [InlineData(@"$[0,1)$", @"$[0,1]$")]
    [InlineData(@"$x>5$", @"$y>5$")]
    [InlineData(@"$x^2<4$", @"$y^2<4$")]
    [InlineData(@"$x>5$ or $x<3$", @"$y>5$ or $y<3$")]
    [InlineData(@"$x^2+1>0$", @"$x^2+2<0$")]
    [InlineData(@"$0<x\leq1$", @"$[0,1]$")]
    [InlineData(@"$a>b$", @"$b>a$")]
    [InlineData(@"$\{1,2\}$", @"$[1,2]$")]
    [InlineData(@"$x>-1$", @"$|x-1|<2$")]
    [InlineData(@"$x<3$", @"$|x-1|<2$")]
    [InlineData(@"$(1,2),(3,4)$", @"$(1,2)\cup(3,4)$")]
    [InlineData(@"$x=1,y=2$", @"$[1,2]$")]
    [InlineData(@"$x=1,y=2$", @"$(1,2]$")]
    [InlineData(@"$[1,2)$", @"$(1,2)$")]
    [InlineData(@"$(1,2]$", @"$(1,2)$")]
    [InlineData(@"$[a,b)$", @"$(a,b)$")]
    [InlineData(@"$(a,\infty)$", @"$[a,\infty)$")]
    [InlineData(@"$(-\infty,a)$", @"$(-\infty,a]$")]
    [InlineData(@"$(-\infty,a)\cup(b,\infty)$", @"$(-\infty,a)\cup(c,\infty)$")]
    [InlineData(@"$x\neq 0$", @"$x>0$")]
    [InlineData(@"$x\neq 0$", @"$x<0$")]
    public void Compare_OtherAnswer_IsUnequalEitherWay(string gold, string prediction)
    {
        Answers.ShouldDiffer(gold, prediction);
        Answers.ShouldDiffer(prediction, gold);
    }
}
