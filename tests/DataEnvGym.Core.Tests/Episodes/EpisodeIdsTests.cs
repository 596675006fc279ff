using System.Text.Json;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Tests.Episodes;

public sealed class EpisodeIdsTests
{
    private static readonly EpisodeSpec Spec = Given.Spec with
    {
        Name = "math", Schema = "../docs/episode.schema.json", Task = new() { Data = "/here/gsm8k" }, Student = new() { Checkpoint = "/here/base.safetensors" },
    };

    [Fact]
    public void Of_Spec_IsItsNameAndEightDigits() => EpisodeIds.Of(Spec).ShouldMatch("^math-[0-9a-f]{8}$");

    [Fact]
    public void Of_SameSpec_IsTheSame() => EpisodeIds.Of(Spec with { }).ShouldBe(EpisodeIds.Of(Spec));

    [Fact]
    public void Of_FilesInAnotherFolder_IsTheSame()
    {
        var moved = Spec with
        {
            Schema = null, Task = new() { Data = "/there/data/gsm8k/" }, Student = new() { Checkpoint = "elsewhere/base.safetensors" },
        };

        EpisodeIds.Of(moved).ShouldBe(EpisodeIds.Of(Spec));
    }

    [Fact]
    public void Of_AnyOtherDifference_IsAnother()
    {
        EpisodeSpec[] specs =
        [
            Spec, Spec with { Seed = 2 }, Spec with { Stop = new() { Iterations = 4 } }, Spec with { Training = new() { Epochs = 4 } },
            Spec with { Agent = new() { Policy = new() { Exponent = 2 } } }, Spec with { Task = new() { Data = "/here/other" } },
            Spec with { Student = new() { Checkpoint = "/here/other.safetensors" } },
        ];

        specs.Select(EpisodeIds.Of).ShouldBeUnique();
    }

    [Fact]
    public void Of_RecordingInAnotherFolder_IsTheSame()
    {
        EpisodeSpec Playing(string file) => Spec with { Teacher = new() { Kind = TeacherKinds.Replay, Fixtures = file } };
        EpisodeIds.Of(Playing("/here/a.jsonl")).ShouldBe(EpisodeIds.Of(Playing("/there/a.jsonl")));
        EpisodeIds.Of(Playing("/here/a.jsonl")).ShouldNotBe(EpisodeIds.Of(Playing("/here/b.jsonl")));
    }

    [Fact]
    public void Of_NewTeacherFieldsLeftOut_IsAsIfThereWereNoSuchFields()
    {
        var json = JsonSerializer.Serialize(Spec, CoreJson.Default.EpisodeSpec);
        foreach (var field in (string[])["streaming", "requestsPerMinute", "tokensPerMinute", "fixtures"])
        {
            json.ShouldNotContain(field);
        }
    }

    // A field that is left out does not count, so that a spec keeps its id when there are new fields.
    [Fact]
    public void Of_NoApproval_IsAsIfThereWereNoSuchField()
    {
        JsonSerializer.Serialize(Spec, CoreJson.Default.EpisodeSpec).ShouldNotContain("approval");
        EpisodeIds.Of(Spec with { Approval = ApprovalGate.BeforeTraining }).ShouldNotBe(EpisodeIds.Of(Spec));
    }
}
