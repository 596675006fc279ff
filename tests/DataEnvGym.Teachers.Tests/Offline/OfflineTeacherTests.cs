using System.Text.Json;
using DataEnvGym.Core;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.SemanticKernel;
using Client = DataEnvGym.Teachers.Tests.Support.Offline;

namespace DataEnvGym.Teachers.Tests.Offline;

public sealed class OfflineTeacherTests
{
    private static readonly WriteExamplesRequest Request = new(10, [], "b");

    [Fact]
    public async Task Answer_SameSeedAndMessages_IsTheSameWhateverElseIsAsked()
    {
        var alone = await Client.Teacher().AskAsync(Request);
        var busy = Client.Teacher();
        var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => busy.AskAsync(Request with { Batch = $"b{i}" })));
        (await busy.AskAsync(Request)).ShouldBe(alone);
        others.Append(alone).ShouldBeUnique();
        (await Client.Teacher(seed: 2).AskAsync(Request)).ShouldNotBe(alone);
    }

    [Fact]
    public async Task Answer_Streamed_IsTheSameInOneChunk()
    {
        var teacher = Client.Teacher();
        var chunks = new List<string?>();
        await foreach (var chunk in teacher.GetStreamingChatMessageContentsAsync(Client.Messages(DataBlock.Write(Request))))
        {
            chunks.Add(chunk.Content);
        }

        chunks.ShouldBe([await teacher.AskAsync(Request)]);
    }

    [Fact]
    public async Task Answer_LongerThanMaxTokens_IsCutAndReportedSo()
    {
        var settings = new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { ["max_tokens"] = 20 } };
        var messages = Client.Messages(DataBlock.Write(Request));
        var answer = (await Client.Teacher().GetChatMessageContentsAsync(messages, settings)).Single();
        answer.Content.ShouldNotBeNull().Length.ShouldBe(80);
        Should.Throw<JsonException>(() => JsonDocument.Parse(answer.Content));
        answer.Metadata.ShouldNotBeNull()["Usage"].ShouldBe(new TokenUsage(TokenEstimate.Typical(messages), 20));
    }

    [Fact]
    public async Task Labels_KnownProblemsAndOther_AreTheSkillsOrUnknown()
    {
        var problems = ProceduralMath.Skills.Select(skill => ProceduralMath.GenerateTraining(Rng.For(3, skill.Name), skill, 2)).ToList();
        ItemToLabel[] items = [.. problems.Select((problem, i) => new ItemToLabel($"{i}", problem.Prompt)), new("x", "Who wrote Hamlet?")];
        var text = await Client.Teacher().AskAsync(new LabelSkillsRequest(items, []));
        var labels = JsonSerializer.Deserialize(text, TeacherJson.Default.LabelSkillsAnswer).ShouldNotBeNull().Labels;
        labels.ShouldBe([.. problems.Select((problem, i) => new SkillLabel($"{i}", problem.Skill.Name)), new("x", "unknown")]);
    }

    [Fact]
    public async Task Subskills_OfASkill_AreItsLevelsWithoutTheExisting()
    {
        var skill = ProceduralMath.Skills[0];
        (await ProposeAsync(skill.Name, [SkillName.Normalize(skill.LevelNames[0])], 9)).ShouldBe(skill.LevelNames.Skip(1));
        (await ProposeAsync(skill.Name, [], 2)).ShouldBe(skill.LevelNames.Take(2));
        (await ProposeAsync("juggling", [], 2)).ShouldBeEmpty();
        (await ProposeAsync($"{skill.Name}/{skill.LevelNames[0]}", [], 2)).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> ProposeAsync(string skill, IReadOnlyList<string> existing, int count)
    {
        var text = await Client.Teacher().AskAsync(new ProposeSubskillsRequest(skill, existing, count));
        return JsonSerializer.Deserialize(text, TeacherJson.Default.ProposeSubskillsAnswer).ShouldNotBeNull().Subskills;
    }
}
