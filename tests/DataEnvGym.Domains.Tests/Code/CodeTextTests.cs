using DataEnvGym.Domains.Code;

namespace DataEnvGym.Domains.Tests.Code;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData("s[::-1]", "s[::-1]")]
    [InlineData("\n\n    return 1\n\n", "    return 1")]
    [InlineData("Here:\n```python\nx = 1\n```\nDone.", "x = 1")]
    [InlineData("```python\nx = 1\n```\nBetter:\n```python\nx = 2\n```", "x = 2")]
    [InlineData("```python\nx = 1\n```\nIt prints:\n```\n1\n```", "x = 1")]
    [InlineData("```py\nx = 1\n```", "x = 1")]
    [InlineData("```\nx = 1\n```", "x = 1")]
    [InlineData("```python\nx = 1\n```\nand then\n```python\nx = ", "x = 1")]
    [InlineData("  ```python\n    return 1\n  ```", "    return 1")]
    [InlineData("```python\r\nx = 1\r\n```\r\n", "x = 1")]
    [InlineData("```python\n\n```", null)]
    [InlineData(" \n\t", null)]
    [InlineData("", null)]
    public void Extract_AnyResponse_GivesTheCodeByTheRule(string response, string? code) => CodeText.Extract(response).ShouldBe(code);

    [Fact]
    public void Extract_MegabytesOfFences_EndsQuickly() => CodeText.Extract(string.Concat(Enumerable.Repeat("```python\n", 300_000))).ShouldNotBeNull();

    [Theory]
    [InlineData("def f(x):\n    return x", true)]
    [InlineData("import math\n\ndef f(x): return x", true)]
    [InlineData("class Solution:\n    def f(self): pass", true)]
    [InlineData("    def f(x): return x", false)]
    [InlineData("def ff(x): return x", false)]
    [InlineData("x.def f", false)]
    public void Defines_AnyCode_LooksForItAtTheStartOfALine(string code, bool defines) => CodeText.Defines(code, "f").ShouldBe(defines);
}
