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
    [InlineData(@"1000", @"1,000.00")]
    [InlineData(@"$1{,}000.5$", @"1000.5")]
    [InlineData(@"-1,000", @"-1000")]
    [InlineData(@"$x=k\pi+\frac{\pi}{3},k\in\mathbb{Z}$", @"$x=\frac{\pi}{3}+k\pi, k \in \mathbb{Z}$")]
    [InlineData(@"8 or -8", @"$\pm 8$")]
    [InlineData(@"$n=1,2,3$", @"1,2,3")]
    [InlineData(@"$x_1=1,x_2=2$", @"$1,2$")]
    [InlineData(@"$x_1=1,x_2=2$", @"$2,1$")]
    [InlineData(@"$1,2$", @"$(1,2)$")]
    [InlineData(@"$3\text{ or }4$", @"4, 3")]
    [InlineData(@"$(1,-2)$ and $(3,4)$", @"$(3,4),(1,-2)$")]
    [InlineData(@"\text{A, C}", @"A,C")]
    [InlineData(@"$x=-1+i, x=-1-i$", @"$-1\pm i$")]
    [InlineData(@"\(4\text{ and }5\)", @"\(5,4\)")]
    [InlineData(@"(2, -1)", @"(2,-1)")]
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
    [InlineData(@"\boxed{A, C}", @"\boxed{AC}")]
    public void Compare_OtherAnswer_IsUnequalEitherWay(string gold, string prediction)
    {
        Answers.ShouldDiffer(gold, prediction);
        Answers.ShouldDiffer(prediction, gold);
    }
}
