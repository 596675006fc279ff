using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Prices;

namespace DataEnvGym.Teachers.Tests.Prices;

public sealed class PriceListTests
{
    private static TeacherSpec Teacher(string model) => new() { Kind = TeacherKinds.OpenAI, Model = model, ApiKeyVariable = "OPENAI_API_KEY" };

    private static EpisodeSpec Read(string teacher) => SpecReader.Read(
        System.Text.Encoding.UTF8.GetBytes($$"""{ "teacher": {{teacher}}, "stop": { "iterations": 1, "money": 2 } }"""), "spec", prices: PriceList.Embedded);

    [Theory]
    [InlineData("gpt-4.1-mini", 0.4, 0.1, 1.6)]
    [InlineData("gpt-4.1-mini-2025-04-14", 0.4, 0.1, 1.6)]
    [InlineData("gpt-4o", 2.5, 1.25, 10)]
    [InlineData("gpt-4o-2024-05-13", 5, 5, 15)]
    public void Find_ModelOfTheList_HasItsPriceAndWhereThatComesFrom(string model, double input, double cached, double output)
    {
        var price = PriceList.Embedded.Find(Teacher(model)).ShouldNotBeNull();
        (price.InputPerMillion, price.CachedInputPerMillion, price.OutputPerMillion).ShouldBe(((decimal)input, (decimal)cached, (decimal)output));
        price.Source.ShouldNotBeNull().ShouldContain("https://platform.openai.com/docs/pricing");
    }

    [Fact]
    public void Models_All_CostMoreToWriteThanToReadAndNoMoreFromTheCache()
    {
        PriceList.Embedded.Models.ShouldNotBeEmpty();
        foreach (var model in PriceList.Embedded.Models)
        {
            var price = PriceList.Embedded.Find(Teacher(model)).ShouldNotBeNull();
            price.OutputPerMillion.ShouldBeGreaterThan(price.InputPerMillion, model);
            price.CachedInputPerMillion!.Value.ShouldBeInRange(0.001m, price.InputPerMillion, model);
        }
    }

    public static TheoryData<TeacherSpec> Unknown =>
    [
        Teacher("gpt-4.1-mini-something"), Teacher("gpt-4.1-mini") with { Kind = TeacherKinds.Compatible }, Teacher("gpt-4.1-mini") with { Kind = TeacherKinds.AzureOpenAI },
        Teacher("gpt-4.1-mini") with { Endpoint = "https://elsewhere.example/v1" }, new(),
    ];

    [Theory]
    [MemberData(nameof(Unknown))]
    public void Find_AnythingElse_IsNotInTheList(TeacherSpec teacher) => PriceList.Embedded.Find(teacher).ShouldBeNull();

    [Fact]
    public void Read_SpecWithoutPrice_TakesThatOfTheListIntoTheSpec()
    {
        var spec = Read("""{ "kind": "openai", "model": "gpt-4.1-mini", "apiKeyVariable": "OPENAI_API_KEY" }""");
        spec.Teacher.Price.ShouldBe(PriceList.Embedded.Find(spec.Teacher));
    }

    [Fact]
    public void Read_SpecWithItsOwnPrice_KeepsIt() =>
        Read("""{ "kind": "openai", "model": "gpt-4.1-mini", "apiKeyVariable": "OPENAI_API_KEY", "price": { "outputPerMillion": 9 } }""").Teacher.Price
            .ShouldBe(new TokenPrice { OutputPerMillion = 9 });

    [Fact]
    public void Read_UnknownModelWithMoneyLimit_NeedsAPrice() =>
        Should.Throw<SpecException>(() => Read("""{ "kind": "openai", "model": "gpt-99", "apiKeyVariable": "OPENAI_API_KEY" }""")).Message.ShouldContain("teacher.price: is not set");

    [Fact]
    public void Fill_EveryRole_HasItsOwnPrice()
    {
        var spec = PriceList.Embedded.Fill(new EpisodeSpec
        {
            Teacher = Teacher("gpt-4.1"),
            Teachers = new() { Labeller = Teacher("gpt-4.1-nano"), Planner = Teacher("gpt-4.1-mini"), Judge = new() },
        });
        spec.NamedTeachers().Select(named => named.Teacher.Price.OutputPerMillion).ShouldBe([8m, 0.4m, 1.6m, 0m]);
    }

    [Fact]
    public void FindMissing_Keys_NamesTheFieldOfEachTeacherWithoutOne()
    {
        var spec = new EpisodeSpec
        {
            Teacher = Teacher("gpt-4.1"),
            Teachers = new() { Labeller = Teacher("gpt-4.1-nano") with { ApiKeyVariable = "CHEAP_API_KEY" }, Judge = Teacher("gpt-4o") with { ApiKeyVariable = "JUDGE_API_KEY" } },
        };
        var missing = TeacherKeys.FindMissing(spec, name => name == "OPENAI_API_KEY" ? "sk-1" : " ");
        missing.Select(problem => problem.Split(':')[0]).ShouldBe(["teachers.labeller.apiKeyVariable", "teachers.judge.apiKeyVariable"]);
        missing[0].ShouldContain("CHEAP_API_KEY");
    }
}
