using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>validate</c>: checks a spec without running it.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var (spec, sets, data) = (CommonOptions.Spec(), CommonOptions.Sets(), CommonOptions.Data());
        var json = CommonOptions.Json();
        var command = new Command("validate", "Checks a spec and says what a run of it would do. Exit code 0 if it is valid, 2 if not.") { spec, sets, data, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            if (!parsed.GetValue(json))
            {
                Console.WriteLine(Describe(await SpecLoader.LoadAsync(parsed.GetRequiredValue(spec), parsed.GetValue(sets) ?? [], parsed.GetValue(data), cancellationToken)));
                return ExitCode.Success;
            }

            ValidationResult result;
            try
            {
                await SpecLoader.LoadAsync(parsed.GetRequiredValue(spec), parsed.GetValue(sets) ?? [], parsed.GetValue(data), cancellationToken);
                result = new(true, []);
            }
            catch (SpecException error)
            {
                result = new(false, error.Problems);
            }

            Console.WriteLine(JsonSerializer.Serialize(result, CliJson.Readable.ValidationResult));
            return result.Valid ? ExitCode.Success : ExitCode.BadInput;
        });
        return command;
    }

    private static string Describe(EpisodeSpec spec) =>
        $"""
        valid: {spec.Name}, seed {spec.Seed}
          task         {spec.Task.Name}{(spec.Task.Data is null ? "" : $" from {spec.Task.Data}")}
          student      {spec.Student.Name}{(spec.Student.Checkpoint is null ? "" : $" from {spec.Student.Checkpoint}")}
          agent        {Words.Of(spec.Agent.Kind)} in the {Words.Of(spec.Environment)} environment{(spec.Agent.Data is null ? "" : $", from {spec.Agent.Data}")}
          data         {spec.ExamplesPerIteration:N0} examples per iteration, {spec.Training.Epochs} epochs, {spec.Training.Data.ToString().ToLowerInvariant()}
          stops at     {Limits(spec.Stop)}
        """;

    private static string Limits(StopSpec stop) => string.Join(" or ", new[]
    {
        stop.Iterations is { } iterations ? $"{iterations} iterations" : null,
        stop.Examples is { } examples ? $"{examples:N0} examples" : null,
        stop.Tokens is { } tokens ? $"{tokens:N0} tokens" : null,
        stop.Money is { } money ? $"${money}" : null,
        stop.TrainingSeconds is { } seconds ? $"{seconds:N0} s of training" : null,
        stop.WallClock is { } clock ? $"{clock} of time" : null,
        stop.Plateau is { } plateau ? $"{plateau.Iterations} iterations without a gain" : null,
    }.Where(limit => limit is not null));
}

/// <summary>What <c>validate --json</c> prints.</summary>
internal sealed record ValidationResult(bool Valid, IReadOnlyList<string> Problems);
