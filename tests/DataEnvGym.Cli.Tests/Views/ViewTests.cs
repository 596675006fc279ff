using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Students;
using Spectre.Console;

namespace DataEnvGym.Cli.Tests.Views;

public sealed class ViewTests
{
    // A grid that is wider than the terminal wraps, and a redrawn view that wraps scrolls.
    [Theory]
    [InlineData(44, 1)]
    [InlineData(79, 2)]
    [InlineData(119, 2)]
    [InlineData(200, 4)]
    public void SkillGrid_AnyWidth_ShowsEverySkillWithoutWrapping(int width, int columns)
    {
        var skills = Enumerable.Range(1, 24).Select(i => new SkillProgress($"skill-number-{i:00}", 0.5, i / 24.0)).ToList();
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = width;

        console.Write(SkillGrid.Draw(skills, width));

        var lines = output.ToString().TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(24 / columns);
        lines.ShouldAllBe(line => line.Length <= width);
        skills.ShouldAllBe(skill => output.ToString().Contains(skill.Name));
        output.ToString().ShouldContain("100 %  +50");
    }

    [Theory]
    [InlineData("abcdef", 6, "abcdef", "abcdef")]
    [InlineData("abcdef", 4, "abc…", "…def")]
    [InlineData("abcdef", 1, "…", "…")]
    [InlineData("", 0, "", "")]
    public void Fit_TextAndWidth_CutsOneEnd(string text, int width, string to, string toEnd)
    {
        Fit.To(text, width).ShouldBe(to);
        Fit.ToEnd(text, width).ShouldBe(toEnd);
    }

    [Fact]
    public void ProgressLine_HalfDone_ShowsRateAndTimeLeft() =>
        ProgressLine.Format("train", new WorkProgress(30, 60, "steps", "loss 0.5"), TimeSpan.FromSeconds(15))
            .ShouldBe("train           ████████████░░░░░░░░░░░░ 30/60 steps  2.0/s  0:15 left  loss 0.5");
}
