using System.Security.Cryptography;
using System.Text;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Domains.Code.Procedural;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>
/// A student without weights: it gets the more of a skill's problems right, the more texts of that skill it was trained on. Same input, same output.
/// </summary>
internal sealed class FakeLab(Diary diary) : IStudentLab
{
    public const double SecondsPerText = 0.5;

    public static Knowledge Base { get; } = new(0, null, "base", new() { ["add-three-digit"] = 1000, ["compare-numbers"] = 1000 });

    /// <summary>Whether a student answers a prompt right.</summary>
    public Func<Knowledge, string, bool> Knows { get; init; } = KnowsWhatItHasSeen;

    /// <summary>Called before each training, with its number from 1; may throw.</summary>
    public Func<int, Task> BeforeTraining { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called before each questioning, with its number from 1; may throw.</summary>
    public Func<int, Task> BeforeSitting { get; set; } = _ => Task.CompletedTask;

    private int trainings;
    private int sittings;

    public async Task<CheckpointRef> PrepareBaseAsync(StudentSpec student, IArtifactStore store, CancellationToken cancellationToken) =>
        new(student.Name, await store.WriteJsonAsync("checkpoints/base.safetensors", Base, KnowledgeJson.Default.Knowledge, cancellationToken), null);

    public async Task<PredictionResult> PredictAsync(
        PredictionJob job, IArtifactStore store, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        await BeforeSitting(Interlocked.Increment(ref sittings));
        var knowledge = await store.ReadJsonAsync(job.Checkpoint.Weights, KnowledgeJson.Default.Knowledge, cancellationToken);
        diary.Add(new Sitting(job.Checkpoint, job.Prompts));
        return new([.. job.Prompts.Select(prompt => Knows(knowledge, prompt) ? RightAnswer(prompt) : Lost(prompt))], job.Prompts.Count);
    }

    public async Task<TrainingResult> TrainAsync(
        TrainingJob job, IArtifactStore store, ITrainingSaves? saves, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        await BeforeTraining(Interlocked.Increment(ref trainings));
        cancellationToken.ThrowIfCancellationRequested();
        var texts = await store.ReadLinesAsync(job.Data, CoreJson.Default.TrainingText, cancellationToken);
        var learned = job.MaxSeconds is { } seconds ? texts.Take((int)(seconds / SecondsPerText)).ToList() : texts;
        var parent = await store.ReadJsonAsync(job.Parent.Weights, KnowledgeJson.Default.Knowledge, cancellationToken);
        var weights = await store.WriteJsonAsync(job.OutputName, Learn(parent, job, learned), KnowledgeJson.Default.Knowledge, cancellationToken);
        diary.Add(new Lesson(job, texts));
        return new(new(job.Parent.Student, weights, job.Parent.Weights.Sha256), learned.Count, texts.Count, learned.Count, learned.Count * SecondsPerText, 0.5, 0);
    }

    public static bool KnowsWhatItHasSeen(Knowledge knowledge, string prompt)
    {
        var seen = knowledge.Seen.GetValueOrDefault(SkillOf(prompt));
        return Hash(prompt)[0] / 256.0 < seen / (seen + 2.0);
    }

    /// <summary>What a student says that cannot answer: different for each prompt, and full of letters that a careless writer would spoil.</summary>
    public static string Lost(string prompt) => $"lost-{Convert.ToHexStringLower(Hash(prompt).AsSpan(0, 4))} \"<`é`>\" \\ + 1/0";

    private static Knowledge Learn(Knowledge parent, TrainingJob job, IReadOnlyList<TrainingText> texts)
    {
        var seen = new SortedDictionary<string, int>(parent.Seen);
        foreach (var (skill, count) in texts.CountBy(text => SkillOf(text.Prompt)))
        {
            seen[skill] = seen.GetValueOrDefault(skill) + count;
        }

        var lesson = string.Join('\n', texts.Select(text => text.Prompt + text.Target)) + job.Seed;
        return new(parent.Trainings + 1, job.Parent.Weights.Sha256, Convert.ToHexStringLower(Hash(lesson)), seen);
    }

    private static string SkillOf(string prompt) => ProceduralBenchmarks.Recognize(prompt)?.Skill.Name ?? "unknown";

    private static string RightAnswer(string prompt) =>
        ProceduralMath.Solve(prompt) is { } problem ? $"{problem.Solution}#{problem.Answer}" : ProceduralCode.Benchmark.Solve(prompt)!.Answer;

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
