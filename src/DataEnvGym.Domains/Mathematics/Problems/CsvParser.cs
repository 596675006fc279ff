using System.Text;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Mathematics.Problems;

/// <summary>Parts CSV into records, character by character (RFC 4180). Lines without anything are passed over.</summary>
/// <param name="path">The file, for messages.</param>
internal sealed class CsvParser(string path)
{
    private readonly StringBuilder field = new();
    private List<string> fields = [];
    private State state;
    private int first = 1;
    private int length;

    private enum State
    {
        Start,
        Plain,
        Quoted,

        /// <summary>Behind a quote in a quoted field: its end, or the first of two that stand for one.</summary>
        Quote,
    }

    /// <summary>The line of the next character, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Takes the next character.</summary>
    /// <returns>The record that it ends, with the line on which that starts.</returns>
    public (int Line, List<string> Fields)? Take(char c)
    {
        if (++length > ProblemFile.MaxLength)
        {
            throw new TaskDataException($"{path}, line {first}, is longer than {ProblemFile.MaxLength} characters; a quote may be left open.");
        }

        Line += c == '\n' ? 1 : 0;
        switch (state, c)
        {
            case (State.Quoted, '"'):
                state = State.Quote;
                return null;
            case (State.Quoted, _) or (State.Quote, '"'):
                state = State.Quoted;
                field.Append(c);
                return null;
            case (State.Start, '"'):
                state = State.Quoted;
                return null;
            case (_, ','):
                EndField();
                return null;
            case (_, '\n'):
                return EndRecord();
            case (_, '\r'):
                return null;
            case (State.Quote, _) or (State.Plain, '"'):
                throw new TaskDataException($"{path}, line {Line}, has a double quote inside a field; put the field into quotes and write the quote twice.");
            default:
                state = State.Plain;
                field.Append(c);
                return null;
        }
    }

    /// <summary>The last record, if no line end stands behind it.</summary>
    public (int Line, List<string> Fields)? End() =>
        state == State.Quoted ? throw new TaskDataException($"{path}, line {first}, opens a double quote that nothing closes; close it.") : EndRecord();

    private void EndField()
    {
        fields.Add(field.ToString());
        field.Clear();
        state = State.Start;
    }

    private (int Line, List<string> Fields)? EndRecord()
    {
        var blank = state == State.Start && fields.Count == 0;
        if (!blank)
        {
            EndField();
        }

        var record = (first, fields);
        (fields, first, length) = ([], Line, 0);
        return blank ? null : record;
    }
}
