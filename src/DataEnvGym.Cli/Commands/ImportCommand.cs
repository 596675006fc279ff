using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core.Json;
using DataEnvGym.Exchange.Chat;
using DataEnvGym.Exchange.Tables;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>import</c>: examples out of files of other programs.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The file to read; for parquet the table itself, such as SET/data/train-00000-of-00001.parquet." };
        var format = new Option<string>("--format") { Description = "openai, sharegpt, alpaca or parquet.", HelpName = "format", Required = true };
        var output = new Option<string>("--out") { Description = "Where to write the examples: a line of JSON each, as a run keeps them.", HelpName = "file", Required = true };
        var command = new Command("import", "Reads examples that were exported, or written by another program, and checks them.") { file, format, output };
        command.Run(async (parsed, cancellationToken) =>
        {
            var (chosen, path) = (ExchangeWords.Require(parsed.GetRequiredValue(format), ExchangeWords.Parquet), Path.GetFullPath(parsed.GetRequiredValue(file)));
            var place = ExchangeWords.RequirePlace(parsed.GetRequiredValue(output));
            var examples = chosen == ExchangeWords.Parquet
                ? await ExampleTable.ReadAsync(path, cancellationToken)
                : await ChatImport.ReadAsync(ExchangeWords.Chat[chosen], path, cancellationToken);
            await AtomicFile.WriteAsync(
                place,
                async stream =>
                {
                    foreach (var example in examples)
                    {
                        await JsonSerializer.SerializeAsync(stream, example, CoreJson.Default.Example, cancellationToken);
                        stream.WriteByte((byte)'\n');
                    }
                },
                cancellationToken);
            Console.WriteLine($"{examples.Count:N0} examples in {place}");
            return ExitCode.Success;
        });
        return command;
    }
}
