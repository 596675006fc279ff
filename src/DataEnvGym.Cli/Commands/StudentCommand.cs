using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Views;
using DataEnvGym.Domains;
using DataEnvGym.Students.Training;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>student</c>: work on students themselves.</summary>
internal static class StudentCommand
{
    public static Command Create() => new("student", "Makes students.") { Pretrain() };

    private static Command Pretrain()
    {
        var output = new Option<string>("--out") { Description = "Where the checkpoint goes (safetensors).", Required = true };
        var steps = new Option<int>("--steps") { Description = "Optimizer steps.", DefaultValueFactory = _ => PretrainingRecipe.Default.Steps };
        var seed = new Option<uint>("--seed") { Description = "Fixes the initial weights and the order of the data.", DefaultValueFactory = _ => 1u };
        var json = CommonOptions.Json();
        var command = new Command(
            "pretrain",
            "Makes the embedded student's base checkpoint from nothing: good at half of the procedural skills, bad at the others. This is how the one that ships was made.")
        { output, steps, seed, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(output));
            var recipe = PretrainingRecipe.Default with { Steps = parsed.GetValue(steps), Seed = parsed.GetValue(seed) };
            var corpus = ProceduralCorpus.Create();
            var progress = new ConsoleProgress("pretrain", Console.Error, TimeProvider.System);
            var result = await Pretrainer.TrainAsync(corpus, recipe, path, progress, cancellationToken);
            progress.Finish();
            Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new PretrainResult(path, result.Sha256, result.Steps, result.Loss), CliJson.Default.PretrainResult)
                : $"{path}: {result.Steps:N0} steps on {corpus.Count:N0} texts, loss {result.Loss:0.000}, SHA-256 {result.Sha256}");
            return ExitCode.Success;
        });
        return command;
    }
}

/// <summary>What <c>student pretrain --json</c> prints.</summary>
internal sealed record PretrainResult(string Path, string Sha256, int Steps, double Loss);
