using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Hosting.Curricula;

namespace DataEnvGym.Cli.Commands.Curricula;

/// <summary><c>curriculum add|remove|enable|disable</c>.</summary>
internal static class CurriculumChanges
{
    public static Command Add()
    {
        var spec = new Argument<string>("spec") { Description = "A JSON file, or a folder that holds a curriculum.json, such as samples/curriculum." };
        var replace = new Option<bool>("--replace") { Description = "Change the curriculum of that id; its champion and its history stay." };
        var (sets, runs, json) = (CommonOptions.Sets(), CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("add", "Adds a curriculum. `dataenvgym curriculum watch` runs what is due.") { spec, replace, sets, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var curriculum = await CurriculumLoader.LoadAsync(parsed.GetRequiredValue(spec), parsed.GetValue(sets) ?? [], cancellationToken);
            await Preflight.CheckAsync(curriculum, cancellationToken);
            var service = CurriculumCommand.Service(parsed.GetRequiredValue(runs));
            var state = parsed.GetValue(replace)
                ? await service.UpdateAsync(curriculum, cancellationToken)
                : await service.AddAsync(curriculum, cancellationToken);
            Write(state, parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    public static Command Remove()
    {
        var (id, runs) = (CurriculumCommand.Id(), CommonOptions.Runs());
        var command = new Command("remove", "Removes a curriculum and its history. Its runs, and what they made, stay.") { id, runs };
        command.Run(async (parsed, cancellationToken) =>
        {
            await CurriculumCommand.Service(parsed.GetRequiredValue(runs)).RemoveAsync(parsed.GetRequiredValue(id), cancellationToken);
            Console.WriteLine($"{parsed.GetRequiredValue(id)} is removed; its runs are kept.");
            return ExitCode.Success;
        });
        return command;
    }

    public static Command Enable() => Switch("enable", true, "Lets the schedule of a curriculum start runs again, from now on.");

    public static Command Disable() => Switch("disable", false, "Keeps the schedule of a curriculum from starting runs. A run that is going goes on.");

    private static Command Switch(string name, bool enabled, string description)
    {
        var (id, runs, json) = (CurriculumCommand.Id(), CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command(name, description) { id, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var service = CurriculumCommand.Service(parsed.GetRequiredValue(runs));
            Write(await service.SetEnabledAsync(parsed.GetRequiredValue(id), enabled, cancellationToken), parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(CurriculumState state, bool json)
    {
        var next = state.Spec.Enabled ? CronSchedule.Parse(state.Spec.Schedule).NextAfter(TimeProvider.System.GetUtcNow()) : null;
        Console.WriteLine(json
            ? JsonSerializer.Serialize(state, CliJson.Readable.CurriculumState)
            : $"{state.Spec.Id}: {(state.Spec.Enabled ? $"next run {CurriculumView.Time(next)} UTC, while `dataenvgym curriculum watch` stands" : "disabled")}");
    }
}
