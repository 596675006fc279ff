using System.Text.Json;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Cli.Tests.Views;

public sealed class PlainViewTests
{
    [Fact]
    public void Write_StatusWithActions_ShowsEachOnALineOfItsOwn()
    {
        var output = new StringWriter();
        var board = new RunBoard(TimeProvider.System);
        _ = new PlainView(output, board, TimeProvider.System);
        var status = new EpisodeStatus("generate", 2, [0.5], 10, default, []) { Actions = ["explore percent: +2 subskills", "exploit mean: +40 in 2 allocations"] };

        board.StatusChanged("run", JsonSerializer.Serialize(status, CoreJson.Default.EpisodeStatus));
        board.StatusChanged("run", JsonSerializer.Serialize(status with { Phase = "train", Actions = null }, CoreJson.Default.EpisodeStatus));

        var lines = output.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n');
        lines.Length.ShouldBe(4);
        lines[1..3].ShouldBe(["      explore percent: +2 subskills", "      exploit mean: +40 in 2 allocations"]);
    }
}
