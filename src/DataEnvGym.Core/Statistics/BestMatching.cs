namespace DataEnvGym.Core.Statistics;

/// <summary>Pairs the rows of a table with its columns so that the pairs hold the most items.</summary>
public static class BestMatching
{
    /// <summary>
    /// The best one-to-one matching, exactly: the Hungarian method (Kuhn 1955; Munkres 1957) in its form with potentials and shortest paths, cubic in the
    /// number of labels.
    /// </summary>
    /// <param name="table">What is matched.</param>
    /// <returns>For each row its column, −1 for a row that shares no item with a column of its own.</returns>
    public static IReadOnlyList<int> Of(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (rows, columns) = (table.Rows.Count, table.Columns.Count);
        var partner = Enumerable.Repeat(-1, rows).ToArray();
        if (rows <= columns)
        {
            Solve(rows, columns, (row, column) => -table.Counts[row][column], (row, column) => partner[row] = column);
        }
        else
        {
            Solve(columns, rows, (column, row) => -table.Counts[row][column], (column, row) => partner[row] = column);
        }

        return [.. partner.Select((column, row) => column >= 0 && table.Counts[row][column] > 0 ? column : -1)];
    }

    // Workers are fewer than jobs or as many. Index 0 of all arrays stands for none.
    private static void Solve(int workers, int jobs, Func<int, int, int> cost, Action<int, int> match)
    {
        var (ofWorker, ofJob) = (new int[workers + 1], new int[jobs + 1]);
        var (worker, before) = (new int[jobs + 1], new int[jobs + 1]);
        for (var next = 1; next <= workers; next++)
        {
            worker[0] = next;
            var job = 0;
            var slack = Enumerable.Repeat(int.MaxValue, jobs + 1).ToArray();
            var seen = new bool[jobs + 1];
            do
            {
                seen[job] = true;
                var (nearest, step) = (0, int.MaxValue);
                for (var j = 1; j <= jobs; j++)
                {
                    if (seen[j])
                    {
                        continue;
                    }

                    var reduced = cost(worker[job] - 1, j - 1) - ofWorker[worker[job]] - ofJob[j];
                    (slack[j], before[j]) = reduced < slack[j] ? (reduced, job) : (slack[j], before[j]);
                    (nearest, step) = slack[j] < step ? (j, slack[j]) : (nearest, step);
                }

                for (var j = 0; j <= jobs; j++)
                {
                    if (seen[j])
                    {
                        ofWorker[worker[j]] += step;
                        ofJob[j] -= step;
                    }
                    else
                    {
                        slack[j] -= step;
                    }
                }

                job = nearest;
            }
            while (worker[job] != 0);

            for (; job != 0; job = before[job])
            {
                worker[job] = worker[before[job]];
            }
        }

        for (var j = 1; j <= jobs; j++)
        {
            if (worker[j] != 0)
            {
                match(worker[j] - 1, j - 1);
            }
        }
    }
}
