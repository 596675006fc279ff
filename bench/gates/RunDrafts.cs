using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Bench.Gates;

/// <summary>Reads the drafts of a finished run from its folder.</summary>
internal static class RunDrafts
{
    /// <summary>The drafts of all iterations with what became of them, in the order in which they were written.</summary>
    public static List<JudgedDraft> Read(string run)
    {
        var judged = new List<JudgedDraft>();
        foreach (var iteration in Directory.GetDirectories(Path.Combine(run, "artifacts"), "iteration-*").Order(StringComparer.Ordinal))
        {
            var drafts = Files(iteration, "drafts-").SelectMany(file => Lines(file, CoreJson.Default.Draft)).ToList();
            if (drafts.Count > 0)
            {
                // The last round curated the drafts of all rounds.
                judged.AddRange(JudgedDraft.Match(
                    drafts, Lines(Files(iteration, "examples")[^1], CoreJson.Default.Example), Lines(Files(iteration, "dropped")[^1], CoreJson.Default.DroppedDraft)));
            }
        }

        return judged;
    }

    private static List<string> Files(string folder, string start) =>
        [.. Directory.GetFiles(folder, $"{start}*.jsonl").OrderBy(file => file.Length).ThenBy(file => file, StringComparer.Ordinal)];

    private static List<T> Lines<T>(string file, JsonTypeInfo<T> type) => [.. File.ReadLines(file).Select(line => JsonSerializer.Deserialize(line, type)!)];
}
