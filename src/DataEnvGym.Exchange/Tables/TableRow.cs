using System.Collections;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Exchange.Tables;

/// <summary>Reads rows of a table of examples.</summary>
internal static class TableRow
{
    /// <exception cref="ExchangeException">A column is missing or holds something else.</exception>
    public static Example ToExample(IDictionary<string, object?> row, string where)
    {
        return new(Text("id"), Text("prompt"), Text("solution"), Text("answer"), Optional("skill"), Made()) { Check = Optional("check") };

        Provenance Made() => new(
            Text("episode"), Get<int>("iteration"), Text("agent"), Text("policy"), Text("order"),
            new(Text("teacher"), Optional("prompt_hash"), Text("request"), Texts("source_errors"), Get<ulong>("seed"))
            {
                SourceItems = Texts("source_items") is { Count: > 0 } items ? items : null,
            });

        object? Value(string name) => row.TryGetValue(name, out var value) ? value : null;

        string Text(string name) => Optional(name) ?? throw Wrong(name, "is empty");

        string? Optional(string name) => Value(name) switch
        {
            null => null,
            string text => text,
            var other => throw Wrong(name, $"holds {other.GetType().Name} in place of text"),
        };

        T Get<T>(string name) => Value(name) is T value ? value : throw Wrong(name, $"holds no {typeof(T).Name}");

        List<string> Texts(string name) => [.. (Value(name) as IEnumerable ?? Array.Empty<string>()).Cast<object?>().Select(
            one => (one is ReadOnlyMemory<char> text ? text.ToString() : one as string) ?? throw Wrong(name, "holds something else than text"))];

        ExchangeException Wrong(string name, string what) => new($"{where}: the column {name} {what}; a table of examples has the columns {string.Join(", ", TableColumn.All.Select(column => column.Name))}.");
    }
}
