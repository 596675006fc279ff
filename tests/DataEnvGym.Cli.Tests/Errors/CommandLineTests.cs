using DataEnvGym.Cli.Tests.Support;

namespace DataEnvGym.Cli.Tests.Errors;

public sealed class CommandLineTests(Workplace workplace) : IClassFixture<Workplace>
{
    [Fact]
    public async Task NoArguments_PrintTheFirstSteps()
    {
        var help = (await workplace.RunAsync()).ShouldBe(0);
        help.Error.ShouldBe("");
        help.Out.ShouldContain("dataenvgym run samples/math");
        help.Out.ShouldContain("Commands:");
    }

    [Theory]
    [InlineData("rnu", "there is no command rnu. Did you mean \"run\"? The commands are run, resume, stop,")]
    [InlineData("run episode.json --sets seed=2", "run has no option --sets. Did you mean \"--set\"?")]
    [InlineData("run", "run needs <spec>. A JSON file, or a folder")]
    [InlineData("run episode.json more", "run does not take \"more\" after <spec>.")]
    [InlineData("run episode.json --set", "--set needs a value.")]
    [InlineData("student", "student needs a command: pretrain.")]
    [InlineData("student pretrain", "--out is missing.")]
    [InlineData("student pretrain --out a --steps 0", "--steps is \"0\"; it takes a whole number from 1 to ")]
    [InlineData("examples x --count many", "--count is \"many\"; it takes a whole number from 1 to ")]
    [InlineData("examine --limit -1", "--limit is \"-1\"; it takes a whole number from 1 to ")]
    public async Task WrongCommandLine_Refused_SaysWhatIsWrongAndWhereToReadOn(string line, string message)
    {
        var refused = (await workplace.RunAsync(line.Split(' '))).ShouldBe(2);
        refused.Out.ShouldBe("");
        refused.Error.ShouldStartWith($"error: {message}");
        refused.Error.TrimEnd('\n').Split('\n')[^1].ShouldMatch(@"^See: dataenvgym( [a-z]+)* --help$");
        workplace.Entries().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("run")]
    [InlineData("resume")]
    [InlineData("stop")]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("compare")]
    [InlineData("examples")]
    [InlineData("examine")]
    [InlineData("validate")]
    [InlineData("schema")]
    [InlineData("student pretrain")]
    [InlineData("system-check")]
    public async Task Help_OfACommand_DescribesIt(string command)
    {
        var help = (await workplace.RunAsync([.. command.Split(' '), "--help"])).ShouldBe(0).Out;
        help.ShouldContain($"Usage:\n  dataenvgym {command}");
        help.ShouldNotMatch(@"(--[a-z]+) <\1>");
    }

    [Fact]
    public async Task Compare_OneRun_AsksForTwo()
    {
        (await workplace.RunAsync("compare", "math-1")).ShouldBe(2).Message.ShouldContain("There are none yet; start one: dataenvgym run samples/math");
        workplace.Entries().ShouldBeEmpty();
    }
}
