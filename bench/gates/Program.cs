using System.Globalization;
using DataEnvGym.Bench.Gates;
using DataEnvGym.Core;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains;
using DataEnvGym.Domains.Mathematics;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Domains.Procedural;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["score", var run])
{
    Score(run);
    return 0;
}

if (args is ["legitimate", var count])
{
    Legitimate(int.Parse(count, CultureInfo.InvariantCulture));
    return 0;
}

Console.Error.WriteLine("usage: GatesBench score RUN-FOLDER | legitimate COUNT");
return 2;

// Precision and recall of each gate in a run with a bad teacher.
static void Score(string run)
{
    var spec = SpecReader.Read(File.ReadAllBytes(Path.Combine(run, "episode.json")), "episode.json");
    var task = TaskCatalog.Open(spec.Task);
    var exam = ((Split[])[Split.Probe, Split.Select, Split.Test]).SelectMany(split => task.LoadAsync(split, default).GetAwaiter().GetResult());
    var truth = new PlantedTruth(task.Domain, exam);
    var drafts = RunDrafts.Read(run).ConvertAll(judged => (judged, truth.Of(judged)));
    Console.WriteLine($"{drafts.Count:N0} drafts, of which {drafts.Count(draft => draft.judged.Reason is null):N0} kept and {drafts.Count(draft => draft.judged.Reason == "surplus"):N0} surplus");
    Console.WriteLine();
    Console.WriteLine("| planted fault | drafts with it | dropped by its gate | precision | recall |\n|---|---:|---:|---:|---:|");
    foreach (var score in GateScore.Of(drafts, (spec.Curation.Near ?? new()).MinWords))
    {
        Console.WriteLine($"| {score.Fault} | {score.Planted:N0} | {score.Dropped:N0} | {score.Precision:0.000} | {score.Recall:0.000} |");
    }
}

// What near-duplicate and semantic gates drop of good problems, all different, of the procedural benchmark.
static void Legitimate(int count)
{
    var drafts = Problems(count);
    Console.WriteLine($"{drafts.Count:N0} different problems; share of them dropped\n");
    Console.WriteLine("| gate | threshold | minWords 1 | minWords 4 | minWords 6 | minWords 8 | minWords 10 |\n|---|---:|---:|---:|---:|---:|---:|");
    foreach (var threshold in (double[])[0.5, 0.6, 0.7, 0.8, 0.9])
    {
        Row("near", threshold, words => new NearDuplicateGate(new(threshold, words), []));
    }

    foreach (var threshold in (double[])[0.8, 0.85, 0.9, 0.95])
    {
        var exam = TaskCatalog.Open(new() { Name = ProceduralMath.Name }).LoadAsync(Split.Probe, default).GetAwaiter().GetResult();
        Row("semantic", threshold, words => new SemanticGate(new(threshold, words), exam));
    }

    Console.WriteLine();
    var lengths = drafts.CountBy(draft => Math.Min(10, PlantedTruth.WordsIn(draft.Prompt))).OrderBy(pair => pair.Key);
    Console.WriteLine($"words: {string.Join(", ", lengths.Select(pair => $"{pair.Key}{(pair.Key == 10 ? "+" : "")}: {pair.Value}"))}");

    void Row(string name, double threshold, Func<int, IGate> open)
    {
        var cells = ((int[])[1, 4, 6, 8, 10]).Select(words => $"{Dropped(open(words)) / (double)drafts.Count:0.0000}");
        Console.WriteLine($"| {name} | {threshold:0.00} | {string.Join(" | ", cells)} |");
    }

    int Dropped(IGate gate)
    {
        var gates = new GateSequence([gate]);
        return drafts.Count(draft => gates.Pass(draft) is not null);
    }
}

static List<Draft> Problems(int count)
{
    var (rng, forms, drafts) = (Rng.For(1, "legitimate"), new HashSet<string>(), new List<Draft>());
    for (var tries = 0; drafts.Count < count && tries < 20 * count; tries++)
    {
        var problem = ProceduralMath.GenerateTraining(rng, rng.Pick(ProceduralMath.Skills), rng.Between(1, ProceduralSkill.Levels));
        if (forms.Add(MathDomain.ShortProblems.Canonicalize(problem.Prompt)))
        {
            drafts.Add(new("order-001", problem.Skill.Name, problem.Prompt, problem.Solution, problem.Answer, new("bench", null, "-", [], 1)));
        }
    }

    return drafts;
}
