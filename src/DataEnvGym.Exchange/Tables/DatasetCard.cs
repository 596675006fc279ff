using System.Text;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Exchange.Tables;

/// <summary>
/// The README.md of a dataset as Hugging Face reads it: a block of YAML between lines of <c>---</c>, then text for people
/// (https://huggingface.co/docs/hub/datasets-cards).
/// </summary>
public static class DatasetCard
{
    /// <summary>Where the table lies beside the card.</summary>
    public const string TableName = "data/train-00000-of-00001.parquet";

    /// <summary>The card of a table. Text is quoted as JSON, which YAML 1.2 reads.</summary>
    public static string Write(DatasetFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var teachers = Count(facts.Examples, example => example.Provenance.Source.Writer);
        var text = new StringBuilder();
        AppendHeader(text, facts);
        text.Append($"\n# {Line(facts.Name)}\n\n{facts.Examples.Count:N0} examples for the task `{Line(facts.Task)}`, written or chosen to teach a small model what it got wrong, and trained on in that run.\n");
        text.Append("\n## Licence\n\n").Append(LicenceOf(teachers.Select(teacher => teacher.Name))).Append('\n');
        AppendCounts(text, "Written by", "teacher", teachers);
        AppendCounts(text, "Iterations", "iteration", Count(facts.Examples, example => $"{example.Provenance.Iteration}", example => example.Provenance.Iteration));
        AppendCounts(text, "Skills", "skill", Count(facts.Examples, example => example.Skill ?? "(none)"));
        text.Append("\n## Columns\n\n| column | type | |\n|---|---|---|\n");
        foreach (var column in TableColumn.All)
        {
            text.Append($"| `{column.Name}` | {column.Feature} | {column.About} |\n");
        }

        return text.ToString();
    }

    private static void AppendHeader(StringBuilder text, DatasetFacts facts)
    {
        var count = facts.Examples.Count;
        text.Append("---\nlicense: other\nlicense_name: terms-of-the-writers\nlicense_link: README.md#licence\n");
        text.Append($"pretty_name: {Quote(facts.Name)}\ntask_categories:\n- text-generation\nsize_categories:\n- {SizeOf(count)}\ntags:\n- synthetic\n- dataenvgym\n- {Quote(facts.Task)}\n");
        text.Append($"configs:\n- config_name: default\n  data_files:\n  - split: train\n    path: {TableName}\ndataset_info:\n  features:\n");
        foreach (var column in TableColumn.All)
        {
            text.Append(column.Feature == "list<string>" ? $"  - name: {column.Name}\n    list: string\n" : $"  - name: {column.Name}\n    dtype: {column.Feature}\n");
        }

        text.Append($"  splits:\n  - name: train\n    num_examples: {count}\n  download_size: {facts.Bytes}\n---\n");
    }

    private static string LicenceOf(IEnumerable<string> teachers)
    {
        var writers = teachers.Select(Line).ToList();
        var models = writers.Where(writer => writer is not (DraftSource.Train or DraftSource.File)).ToList();
        var sentences = new List<string>();
        if (models.Count > 0)
        {
            sentences.Add($"The texts were written by {string.Join(", ", models)}. What may be done with them is said by the terms of these models' providers, some of which forbid training models that compete with their own; look there before you share or use them.");
        }

        if (writers.Contains(DraftSource.File))
        {
            sentences.Add("Rows whose teacher is `file` were chosen from a file of the run's owner, under the terms of whoever wrote that.");
        }

        if (writers.Contains(DraftSource.Train))
        {
            sentences.Add("Rows whose teacher is `train` are items of the task's own training data, under the licence of that data.");
        }

        return string.Join(' ', sentences);
    }

    private static void AppendCounts(StringBuilder text, string title, string what, IEnumerable<(string Name, int Count)> counts)
    {
        text.Append($"\n## {title}\n\n| {what} | examples |\n|---|---:|\n");
        foreach (var (name, count) in counts)
        {
            text.Append($"| {Line(name).Replace("|", "\\|", StringComparison.Ordinal)} | {count:N0} |\n");
        }
    }

    private static List<(string Name, int Count)> Count(IReadOnlyList<Example> examples, Func<Example, string> key, Func<Example, int>? order = null) =>
        [.. examples.GroupBy(key, StringComparer.Ordinal).OrderBy(group => order?.Invoke(group.First()) ?? 0).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Count()))];

    private static string SizeOf(int count) => count switch
    {
        < 1_000 => "n<1K",
        < 10_000 => "1K<n<10K",
        < 100_000 => "10K<n<100K",
        < 1_000_000 => "100K<n<1M",
        _ => "1M<n<10M",
    };

    // Names of skills come from a teacher, which may write anything.
    private static string Line(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Quote(string name) => $"\"{System.Text.Json.JsonEncodedText.Encode(name)}\"";
}
