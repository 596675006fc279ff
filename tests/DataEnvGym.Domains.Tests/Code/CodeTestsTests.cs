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
    [InlineData("{\"tests\":[{\"kind\":\"output\",\"input\":\"\",\"output\":\"\"},{\"kind\":\"call\",\"arguments\":[1],\"returns\":1}]}", "\"entry\" does not name it")]
    [InlineData("{\"tests\":[{\"kind\":\"mystery\"}]}", "not in the form")]
    [InlineData("{\"tests\":null}", "not in the form")]
    public void Read_UselessTests_SaysWhy(string check, string message) => Should.Throw<FormatException>(() => CodeTests.Read(check)).Message.ShouldContain(message);

    [Theory]
    [InlineData(1, 0.1, 64, true)]
    [InlineData(1000, 60, 4096, true)]
    [InlineData(1001, 4, 256, false)]
    [InlineData(1, 0.05, 256, false)]
    [InlineData(1, 60.5, 256, false)]
    [InlineData(1, 4, 63, false)]
    [InlineData(1, 4, 4097, false)]
    public void Read_Bounds_BelongToWhatIsAllowed(int tests, double seconds, int memory, bool allowed)
    {
        var written = new CodeTests([.. Enumerable.Repeat(new ScriptTest("assert f()"), tests)]) { Seconds = seconds, MemoryMiB = memory }.Write();

        (Record.Exception(() => CodeTests.Read(written)) is null).ShouldBe(allowed);
    }

    [Theory]
    [InlineData(null, null, 4, 18, 256)]
    [InlineData(0.5, 100, 0.5, 4, 100)]
    public void Limits_GivenOrNot_LeaveTheClockFourTimesAndTwoSeconds(double? seconds, int? memory, double cpu, double wall, int most)
    {
        var limits = new CodeTests([]) { Seconds = seconds, MemoryMiB = memory }.Limits;

        (limits.CpuTime.TotalSeconds, limits.WallTime.TotalSeconds, limits.MemoryMiB).ShouldBe((cpu, wall, most));
    }

    [Theory]
    [InlineData("def f(s): return ", "s[1:]", "def f(s): return s[1:]")]
    [InlineData("def f(s): return ", "def f(s):\n    return s", "def f(s): return \ndef f(s):\n    return s")]
    [InlineData(null, "s[1:]", "s[1:]")]
    [InlineData(null, "def f(s): return s", "def f(s): return s")]
    public void Assemble_Answer_GoesOnWhereTheStarterEndsUnlessItIsWhole(string? starter, string code, string program) =>
        new CodeTests([new ScriptTest("assert f('')")]) { Entry = "f", Starter = starter }.Assemble(code).ShouldBe(program);
}
