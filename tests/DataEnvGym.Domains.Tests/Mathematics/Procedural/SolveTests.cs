using System.Text.RegularExpressions;
using DataEnvGym.Domains.Mathematics.Procedural;
using FsCheck;
using FsCheck.Xunit;

namespace DataEnvGym.Domains.Tests.Mathematics.Procedural;

public sealed class SolveTests
{
    [Theory]
    [InlineData("347+285", "7+5=12,4+8+1=13,3+2+1=6", "632")]
    [InlineData("732-285", "2-5=7b,3-8-1=4b,7-2-1=4", "447")]
    [InlineData("347*6", "7*6=42,4*6=24,4+4=8,3*6=18,8+2=10,1+1=2", "2082")]
    [InlineData("852/6", "8/6=1r2,25/6=4r1,12/6=2r0", "142")]
    [InlineData("847%6", "8%6=2,24%6=0,7%6=1", "1")]
    [InlineData("6*7+17", "6*7=42,7+2=9,1+4=5", "59")]
    [InlineData("97-6*7", "6*7=42,7-2=5,9-4=5", "55")]
    [InlineData("mean 34 48", "4+8=12,3+4+1=8,8/2=4r0,2/2=1r0", "41")]
    [InlineData("2/3+4/5=x/15", "2*5=10,4*3=12,0+2=2,1+1=2", "22")]
    [InlineData("round 3972 to 100", "7>4,9+1=10,3+1=4", "4000")]
    [InlineData("50% of 342", "10%=34.2,2*5=10,4*5=20,0+1=1,3*5=15,5+2=7", "171")]
    [InlineData("470-30%", "10%=47,7*3=21,4*3=12,2+2=4,141,0-1=9b,7-4-1=2,4-1=3", "329")]
    [InlineData("cmp 347 352", "3=3,4<5", "less")]
    [InlineData("max 34 71 58", "3<7:71,7>5:71", "71")]
    [InlineData("roman 2049", "2000=MM,40=XL,9=IX", "MMXLIX")]
    [InlineData("four thousand two hundred seven", "4000,200,7", "4207")]
    [InlineData("bin 10110+01101", "0+1=1,1+0=1,1+1=10,0+1+1=10,1+0+1=10", "100011")]
    [InlineData("Tue-347d", "3%7=3,34%7=6,67%7=4,1Mon,2Sun,3Sat,4Fri", "Fri")]
    [InlineData("Mar 14+23d", "4+3=7,1+2=3,Mar=31,37>31,7-1=6,3-3=0", "Apr 6")]
    [InlineData("Jan 3-5d", "3<5,Dec=31,3+1=4,4-5=9b,3-1=2", "Dec 29")]
    [InlineData("12:45+35m", "5+5=10,4+3+1=8,8-6=2,2+1=3,3-2=1,1-1=0", "1:20")]
    [InlineData("rev kqmz", "", "zmqk")]
    [InlineData("sort 73053", "", "03357")]
    [InlineData("count a in abcab", "a1b1c1a2b2", "2")]
    [InlineData("next 331 324 317", "down,1-4=7b,7-7=0", "310")]
    [InlineData("7x-12=37", "7+2=9,3+1=4,49/7=7", "7")]
    [InlineData("Sam has 6 bags of 7 nuts, gives 15. Left?", "6*7=42,2-5=7b,4-1-1=2", "27")]
    public void Solve_KnownPrompt_WritesTheWorkedExample(string prompt, string solution, string answer)
    {
        var problem = ProceduralMath.Solve(prompt).ShouldNotBeNull();

        (problem.Prompt, problem.Solution, problem.Answer).ShouldBe((prompt, solution, answer));
    }

    [Theory]
    [InlineData("347+285", "285+347")]
    [InlineData("17+6*7", "7*6+17")]
    [InlineData("mean 34 41 48", "mean 48 34 41")]
    [InlineData("2/3+4/5=x/15", "4/5+2/3=x/15")]
    [InlineData("cmp 347 352", "cmp 352 347")]
    [InlineData("max 34 71 58", "max 71 58 34")]
    [InlineData("bin 10110+01101", "bin 01101+10110")]
    [InlineData("sort 73053", "sort 33057")]
    [InlineData("Sam has 20 nuts, buys 30. Total?", "Eva has 30 pens, buys 20. Total?")]
    [InlineData("Sam has 6 bags of 7 nuts, gives 15. Left?", "Ann has 7 bags of 6 eggs, gives 15. Left?")]
    public void Solve_Twins_ShareAKey(string prompt, string twin) =>
        ProceduralMath.Solve(prompt).ShouldNotBeNull().Key.ShouldBe(ProceduralMath.Solve(twin).ShouldNotBeNull().Key);

    [Theory]
    [InlineData("347 + 285")]
    [InlineData("047+285")]
    [InlineData("47+285")]
    [InlineData("285-732")]
    [InlineData("853/6")]
    [InlineData("847%0")]
    [InlineData("847/0")]
    [InlineData("mean 34 49")]
    [InlineData("2/0+4/5=x/0")]
    [InlineData("2/3+4/5=x/16")]
    [InlineData("round 347 to 100")]
    [InlineData("roman 4000")]
    [InlineData("bin 10110+1101")]
    [InlineData("bin 01101+00110")]
    [InlineData("roman 0")]
    [InlineData("hundred four thousand")]
    [InlineData("four thousand hundred")]
    [InlineData("twenty two hundred")]
    [InlineData("Feb 29+3d")]
    [InlineData("Foo 12+3d")]
    [InlineData("Foo+347d")]
    [InlineData("13:45+35m")]
    [InlineData("7:60+35m")]
    [InlineData("next 317 324 332")]
    [InlineData("7x+12=62")]
    [InlineData("0x+12=12")]
    [InlineData("Bob has 20 nuts, buys 30. Total?")]
    [InlineData("Sam has 20 nuts, buys 30. Left?")]
    [InlineData("Sam has 20 nuts, gives 30. Left?")]
    [InlineData("347+285\n1")]
    [InlineData("Janet has 3 ducks. How many eggs?")]
    [InlineData("")]
    public void Recognize_PromptThatNoSkillMakes_IsNothing(string prompt) => ProceduralMath.Recognize(prompt).ShouldBeNull();

    [Property(MaxTest = 500)]
    public bool Solve_AnyText_NeverThrows(NonNull<string> text) => ProceduralMath.Solve(text.Get) is not { } p || p.Prompt == text.Get.Trim();

    [Property(MaxTest = 500)]
    public bool Solve_DamagedPrompt_IsRefusedOrSolvedRight(int seed, PositiveInt place, char replacement)
    {
        var skill = ProceduralMath.Skills[(int)((uint)seed % 24)];
        var prompt = SkillData.Problems(skill.Name, 1).First().Prompt.ToCharArray();
        prompt[place.Get % prompt.Length] = replacement;
        var damaged = new string(prompt);
        return ProceduralMath.Solve(damaged) is not { } p || p.Answer == AnswerOracle.Answer(p.Skill.Name, damaged.Trim());
    }

    [Fact]
    public void Find_UnknownSkill_NamesTheSkillsThatThereAre()
    {
        var error = Should.Throw<KeyNotFoundException>(() => ProceduralMath.Find("add"));

        error.Message.ShouldContain("\"add\"");
        Regex.Count(error.Message, "add-three-digit").ShouldBe(1);
    }
}
