namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Sets, lists, tuples, vectors and matrices.</summary>
public sealed class CollectionAnswerTests
{
    [Theory]
    [InlineData(@"$\{1,2,3\}$", @"$\{3,2,1\}$")]
    [InlineData(@"$1,2,3$", @"3, 1 and 2")]
    [InlineData(@"$x=1$ or $x=2$", @"$\{1,2\}$")]
    [InlineData(@"$x=1,2$", @"$x=2$ or $x=1$")]
    [InlineData(@"$(1,2),(3,4)$", @"$(3,4)$ and $(1,2)$")]
    [InlineData(@"$\emptyset$", @"$\{\}$")]
    [InlineData(@"$\{5\}$", @"5")]
    [InlineData(@"$\pm 2$", @"$2,-2$")]
    [InlineData(@"$x=\pm 2$", @"$x=2$ or $x=-2$")]
    [InlineData(@"$1\pm\sqrt3$", @"$1+\sqrt{3}, 1-\sqrt{3}$")]
    [InlineData(@"(x,y)=(1,2)", @"$(1,2)$")]
    [InlineData(@"$x=1,y=2$", @"$(1,2)$")]
    [InlineData(@"$x=1, y=2$", @"$y=2, x=1$")]
    [InlineData(@"$\begin{pmatrix}1\\2\end{pmatrix}$", @"$(1,2)$")]
    [InlineData(@"$\begin{bmatrix}1&2\\3&4\end{bmatrix}$", @"$\begin{pmatrix}1&2\\3&4\end{pmatrix}$")]
    [InlineData(@"$\langle 1,2\rangle$", @"$(1,2)$")]
    [InlineData(@"$2\begin{pmatrix}1&2\\3&4\end{pmatrix}$", @"$\begin{pmatrix}2&4\\6&8\end{pmatrix}$")]
    [InlineData(@"8 or -8", @"$\pm 8$")]
    [InlineData(@"$n=1,2,3$", @"1,2,3")]
    [InlineData(@"$x_1=1,x_2=2$", @"$1,2$")]
    [InlineData(@"$x_1=1,x_2=2$", @"$2,1$")]
    [InlineData(@"$1,2$", @"$(1,2)$")]
    [InlineData(@"$3\text{ or }4$", @"4, 3")]
    [InlineData(@"$(1,-2)$ and $(3,4)$", @"$(3,4),(1,-2)$")]
    [InlineData(@"$x=-1+i, x=-1-i$", @"$-1\pm i$")]
    [InlineData(@"\(4\text{ and }5\)", @"\(5,4\)")]
    [InlineData(@"(2, -1)", @"(2,-1)")]
    [InlineData(@"$(1,2)$", @"$x=1,y=2$")]
    [InlineData(@"$(x,y)=(1,2)$", @"$x=1$, $y=2$")]
    [InlineData(@"$\{(1,2),(3,4)\}$", @"$(3,4),(1,2)$")]
    [InlineData(@"$(1,2,3)$", @"$1,2,3$")]
    [InlineData(@"$(a,b,c)=(1,2,3)$", @"$a=1,b=2,c=3$")]
    [InlineData(@"$1;2$", @"$1,2$")]
    [InlineData(@"1 and 2", @"$\{1,2\}$")]
    [InlineData(@"$x_{1}=1, x_{2}=-3$", @"$x=1$ or $x=-3$")]
    [InlineData(@"$1,1,2$", @"$1,2$")]
    [InlineData(@"(0,0),(1,1)", @"$\boxed{(0,0)}$ and $\boxed{(1,1)}$")]
    [InlineData(@"$(2, \frac{\pi}{3})$", @"$(2, \pi/3)$")]
    [InlineData(@"$A=\{1,2\}$", @"$\{2,1\}$")]
    [InlineData(@"$A\cup B=\{1,2,3\}$", @"$\{1,2,3\}$")]
    [InlineData(@"$\{-1\}$", @"-1")]
    [InlineData(@"$\{-1,0,1\}$", @"$\{-1,0,1,1\}$")]
    [InlineData(@"$\varnothing$", @"$\emptyset$")]
    [InlineData(@"$y = \pm x$", @"$y=x$ or $y=-x$")]
    [InlineData(@"$\overrightarrow{AB}=(1,2)$", @"$(1,2)$")]
    [InlineData(@"$2, 1\pm\sqrt3$", @"$1+\sqrt3, 1-\sqrt3, 2$")]
    [InlineData(@"$\{2, 1\pm\sqrt3\}$", @"$\{1+\sqrt3, 1-\sqrt3, 2\}$")]
    public void Compare_SameAnswer_IsEqualEitherWay(string gold, string prediction)
    {
        Answers.ShouldBeEqual(gold, prediction);
        Answers.ShouldBeEqual(prediction, gold);
    }

    [Theory]
    [InlineData(@"$(1,2)$", @"$(2,1)$")]
    [InlineData(@"$(1,2)$", @"$\{1,2\}$")]
    [InlineData(@"$\{1,2\}$", @"$\{1,2,3\}$")]
    [InlineData(@"$(1,2),(3,4)$", @"$(2,1),(3,4)$")]
    [InlineData(@"$\pm2$", @"2")]
    [InlineData(@"$x=1, y=2$", @"$x=2, y=1$")]
    [InlineData(@"$x=1, y=2$", @"2, 1")]
    [InlineData(@"$9$", @"$9$ and then $8$")]
    [InlineData(@"$1,2$", @"$1,2,3$")]
    [InlineData(@"$(1,2)$", @"$(1,2,3)$")]
    [InlineData(@"$x=1$", @"$x=1,2$")]
    [InlineData(@"$\{0\}$", @"$\emptyset$")]
    [InlineData(@"$x=1$ or $x=2$", @"$(x,y)=(1,2)$")]
    [InlineData(@"$\{1,2,3\}$", @"$a=1,b=2,c=3$")]
    [InlineData(@"$x=1,y=2$", @"$x=1,2$")]
    [InlineData(@"$\text{(A) and (B)}$", @"(A)")]
    [InlineData(@"$3$ or $4$", @"$(3,4)$")]
    [InlineData(@"$\{1,2,3\}$", @"$(1,2,3)$")]
    public void Compare_OtherAnswer_IsUnequalEitherWay(string gold, string prediction)
    {
        Answers.ShouldDiffer(gold, prediction);
        Answers.ShouldDiffer(prediction, gold);
    }
}
