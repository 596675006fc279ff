namespace DataEnvGym.Teachers.Tests;

public sealed class SkillNameTests
{
    [Theory]
    [InlineData("  Adding  Three_Digit numbers! ", "adding-three-digit-numbers")]
    [InlineData("add-three-digit", "add-three-digit")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("größer\u0000als", "größer-als")]
    [InlineData("---", "")]
    [InlineData("", "")]
    public void Normalize_Name_HasOneSpelling(string name, string expected) => SkillName.Normalize(name).ShouldBe(expected);

    [Fact]
    public void Normalize_LongName_IsCutWithoutATrailingHyphen()
    {
        SkillName.Normalize(new string('a', 500)).Length.ShouldBe(SkillName.MaxLength);
        SkillName.Normalize(new string('a', SkillName.MaxLength - 1) + " b").ShouldBe(new string('a', SkillName.MaxLength - 1));
    }
}
