using DataEnvGym.Domains.Code.Testing;

namespace DataEnvGym.Domains.Tests.Code;

public sealed class CodeTestsTests
{
    [Fact]
    public void Write_AllKinds_IsReadBackTheSame()
    {
        var tests = CodeTests.Read("""{"tests":[{"kind":"call","arguments":[[1,2],"a"],"returns":{"a":null}},{"kind":"output","input":"1\n","output":"2\n"},{"kind":"script","script":"assert f(1)"}],"entry":"f","starter":"def f(x): return ","seconds":1.5,"memoryMiB":100,"anyOrder":true}""");

        var again = CodeTests.Read(tests.Write());

        again.Write().ShouldBe(tests.Write());
        again.Tests.Select(test => test.GetType()).ShouldBe([typeof(CallTest), typeof(OutputTest), typeof(ScriptTest)]);
        (again.Entry, again.Starter, again.Seconds, again.MemoryMiB, again.AnyOrder).ShouldBe(("f", "def f(x): return ", 1.5, 100, true));
    }

    [Fact]
    public void Read_PlainText_IsAScript() => CodeTests.Read("assert f(1) == 2").Tests.ShouldBe([new ScriptTest("assert f(1) == 2")]);

    [Theory]
    [InlineData("", "a script asserts nothing")]
    [InlineData("print(1)", "a script asserts nothing")]
    [InlineData("{\"tests\":[]}", "there are 0 tests")]
    [InlineData("{}", "not in the form")]
    [InlineData("{\"tests\":[{\"kind\":\"call\",\"arguments\":[1],\"returns\":1}]}", "\"entry\" does not name it")]
    [InlineData("{\"tests\":[{\"kind\":\"output\",\"input\":\"\",\"output\":\"\"}],\"seconds\":0}", "seconds is 0")]
    [InlineData("{\"tests\":[{\"kind\":\"output\",\"input\":\"\",\"output\":\"\"}],\"memoryMiB\":1}", "memoryMiB is 1")]
    [InlineData("{\"tests\":[{\"kind\":\"mystery\"}]}", "not in the form")]
    [InlineData("{\"tests\":null}", "not in the form")]
    public void Read_UselessTests_SaysWhy(string check, string message) => Should.Throw<FormatException>(() => CodeTests.Read(check)).Message.ShouldContain(message);

    [Theory]
    [InlineData("def f(s): return ", "s[1:]", "def f(s): return s[1:]")]
    [InlineData("def f(s): return ", "def f(s):\n    return s", "def f(s): return \ndef f(s):\n    return s")]
    [InlineData(null, "s[1:]", "s[1:]")]
    public void Assemble_Answer_GoesOnWhereTheStarterEndsUnlessItIsWhole(string? starter, string code, string program) =>
        new CodeTests([new ScriptTest("assert f('')")]) { Entry = "f", Starter = starter }.Assemble(code).ShouldBe(program);
}
