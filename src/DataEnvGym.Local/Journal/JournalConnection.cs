using Microsoft.Data.Sqlite;

namespace DataEnvGym.Local.Journal;

/// <summary>Opens a journal file and sees to its schema.</summary>
internal static class JournalConnection
{
    /// <summary>The schema that this program writes; the only one so far.</summary>
    internal const int SchemaVersion = 1;

    private const string Schema = """
        CREATE TABLE instances(
            id TEXT NOT NULL PRIMARY KEY, workflow TEXT NOT NULL, origin TEXT NOT NULL, generation INTEGER NOT NULL, input TEXT NOT NULL,
            state TEXT NOT NULL, result TEXT, status TEXT, started TEXT NOT NULL, updated TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE history(
            instance TEXT NOT NULL, generation INTEGER NOT NULL, sequence INTEGER NOT NULL, time TEXT NOT NULL, kind TEXT NOT NULL,
            step INTEGER NOT NULL, name TEXT NOT NULL, target TEXT NOT NULL, payload TEXT NOT NULL,
            PRIMARY KEY(instance, generation, sequence)) WITHOUT ROWID;
        CREATE TABLE inbox(id INTEGER PRIMARY KEY AUTOINCREMENT, instance TEXT NOT NULL, name TEXT NOT NULL, payload TEXT NOT NULL);
        CREATE INDEX inbox_by_instance ON inbox(instance, id);
        PRAGMA user_version = 1;
        """;

    /// <summary>Opens a journal, making it when <paramref name="create"/> allows.</summary>
    /// <exception cref="JournalException">It is missing, not a journal, or of a newer program.</exception>
    public static SqliteConnection Open(string path, bool create)
    {
        if (!create && !File.Exists(path))
        {
            throw new JournalException($"There is no journal at {path}; start the run first.");
        }

        var mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite;
        // A pooled connection would keep the file open after its journal was closed.
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString();
        var connection = new SqliteConnection(text);
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            CheckSchema(connection, path);
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new JournalException($"{path} cannot be opened as a run journal: {e.Message}", e);
        }
        catch (JournalException)
        {
            connection.Dispose();
            throw;
        }
    }

    private static void CheckSchema(SqliteConnection connection, string path)
    {
        if (VersionOf(connection, path) > 0)
        {
            return;
        }

        // The write lock keeps two processes from making the tables at the same time.
        using var transaction = connection.BeginTransaction(deferred: false);
        if (VersionOf(connection, path) == 0)
        {
            Execute(connection, Schema);
        }

        transaction.Commit();
    }

    private static long VersionOf(SqliteConnection connection, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var version = (long)command.ExecuteScalar()!;
        return version <= SchemaVersion
            ? version
            : throw new JournalException(
                $"The journal {path} has schema version {version}, this program knows versions up to {SchemaVersion}; use a newer version of the program.");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
