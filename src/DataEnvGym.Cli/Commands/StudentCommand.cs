using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Students.Training;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>student</c>: work on students themselves.</summary>
internal static class StudentCommand
{
    public static Command Create() => new("student", "Makes students.") { Pretrain() };

    private static Command Pretrain()
    {
        var output = new Option<string>("--out") { Description = "File for the checkpoint (safetensors); an older one is replaced.", HelpName = "file", Required = true };
        var student = new Option<string>("--student") { Description = $"One of {string.Join(", ", EmbeddedStudents.Names)}: which benchmark it is brought up on.", DefaultValueFactory = _ => EmbeddedStudents.Math, HelpName = "name" };
        student.AcceptOnlyFromAmong([.. EmbeddedStudents.Names]);
        var steps = NumberOption.WithDefault("--steps", 1, new PretrainingRecipe().Steps, "Optimizer steps.");
        var seed = NumberOption.Seed(1, "Fixes the initial weights and the order of the data.");
        var json = CommonOptions.Json();
        var command = new Command(
            "pretrain",
            "Makes an embedded student's base checkpoint from nothing: good at half of the procedural skills, bad at the others. This is how those that ship were made.")
        { output, student, steps, seed, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(output));
            if (Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(path)))
            {
                throw new UsageException($"{path} is no place for a file; name a file in a folder that exists with --out.");
            }

            var recipe = new PretrainingRecipe { Steps = parsed.GetValue(steps), Seed = parsed.GetValue(seed) };
            var corpus = EmbeddedBaseCorpus.TextsOf(parsed.GetRequiredValue(student));
            var progress = new ConsoleProgress("pretrain", Console.Error, TimeProvider.System);
            var result = await new Pretrainer(TimeProvider.System).TrainAsync(corpus, recipe, path, progress, cancellationToken);
            progress.Finish();
            var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, cancellationToken)));
            Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new PretrainResult(path, hash, result.Steps, result.Loss), CliJson.Readable.PretrainResult)
                : $"{path}: {result.Steps:N0} steps on {corpus.Count:N0} texts in {result.Seconds:0} s, loss {result.Loss:0.000}, SHA-256 {hash}");
            return ExitCode.Success;
        });
        return command;
    }
}

/// <summary>What <c>student pretrain --json</c> prints.</summary>
internal sealed record PretrainResult(string Path, string Sha256, int Steps, double Loss);
