using DataEnvGym.Core.Episodes;
using DataEnvGym.Local.Journal;
using DataEnvGym.Local.Runs;
using Microsoft.Data.Sqlite;

namespace DataEnvGym.Local.Tests.Runs;

public sealed class RunHistoryTests : IDisposable
{
    private readonly RunFolder run = RunFolder.At(Directory.CreateTempSubdirectory("run-history-").FullName);

    public void Dispose() => Directory.Delete(run.FullPath, recursive: true);

    [Fact]
    public async Task Read_RunThatNeverBegan_HasNoIterations()
    {
        RunHistory.ReadState(run).ShouldBeNull();
        (await RunHistory.ReadAsync(run, new EpisodeSpec(), default)).Iterations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"report":{"name":"report.json","length":1,"count":1,"sha256":"ab"}}""")]
    [InlineData("""{"name":"report.json","length":1,"count":1,"sha256":"ab"}""")]
    public void ReadState_ResultOfAnotherVersion_SaysWhatToDo(string result)
    {
        SqliteJournal.Open(run.Journal).Dispose();
        using (var connection = new SqliteConnection($"Data Source={run.Journal};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO instances(id, workflow, origin, generation, input, state, result, started, updated) VALUES ('e', $workflow, '', 1, '{}', 'Completed', $result, '', '')";
            command.Parameters.AddWithValue("$workflow", EpisodeNames.Episode.Name);
            command.Parameters.AddWithValue("$result", result);
            command.ExecuteNonQuery();
        }

        Should.Throw<JournalException>(() => RunHistory.ReadState(run)).Message.ShouldEndWith("was made by another version of the program, which wrote its journal in another way; use that version to read it.");
    }
}
