using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>The drafts of an iteration, in the order in which they were ordered, with what the judge and the student made of them. Equal drafts are told apart.</summary>
internal sealed class DraftPile
{
    private readonly List<Draft> drafts = [];
    private readonly Dictionary<Draft, Finding> findings = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Draft> known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Draft, (string Response, string? Answer)> misses = new(ReferenceEqualityComparer.Instance);

    /// <summary>The drafts.</summary>
    public IReadOnlyList<Draft> Drafts => drafts;

    /// <summary>What was found out about those that were verified.</summary>
    public IReadOnlyDictionary<Draft, Finding> Findings => findings;

    /// <summary>Those that the student answers right.</summary>
    public IReadOnlySet<Draft> Known => known;

    /// <summary>What the student said to those that it answers wrong, and the answer that was found in it.</summary>
    public IReadOnlyDictionary<Draft, (string Response, string? Answer)> Misses => misses;

    /// <summary>Reads the drafts of all rounds.</summary>
    public static async Task<DraftPile> ReadAsync(EpisodeServices services, CurateInput input, CancellationToken cancellationToken)
    {
        var pile = new DraftPile();
        foreach (var round in input.Rounds)
        {
            var start = pile.drafts.Count;
            foreach (var (shard, drafts) in round.Drafts.Index())
            {
                var read = await services.Artifacts.ReadLinesAsync(drafts, CoreJson.Default.Draft, cancellationToken);
                pile.drafts.AddRange(read);
                if (round.Findings.Count > 0)
                {
                    var found = await services.Artifacts.ReadLinesAsync(round.Findings[shard], CoreJson.Default.Finding, cancellationToken);
                    pile.Add(read, found);
                }
            }

            if (round.Responses is { } responses)
            {
                await pile.AddAsync(services, input.Spec, pile.drafts[start..], responses, cancellationToken);
            }
        }

        return pile;
    }

    private void Add(List<Draft> read, List<Finding> found)
    {
        foreach (var (draft, finding) in read.Zip(found))
        {
            findings.Add(draft, finding);
        }
    }

    private async Task AddAsync(EpisodeServices services, EpisodeSpec spec, List<Draft> asked, ArtifactRef responses, CancellationToken cancellationToken)
    {
        var answers = await services.Artifacts.ReadLinesAsync(responses, CoreJson.Default.Response, cancellationToken);
        if (answers.Count != asked.Count)
        {
            throw new PermanentException($"{responses.Name} holds {answers.Count} responses to {asked.Count} prompts; the worker that wrote it is broken.");
        }

        var grades = await services.OpenTask(spec.Task).Grader.GradeAsync(
            [.. asked.Zip(answers, (draft, answer) => new ItemResponse(new("draft", draft.Prompt, draft.Answer) { Check = draft.Check }, answer.Text))], cancellationToken);
        foreach (var (draft, answer, grade) in asked.Zip(answers, grades))
        {
            if (grade.Verdict == Verdict.Correct)
            {
                known.Add(draft);
            }
            else
            {
                misses.Add(draft, (answer.Text, grade.Extracted));
            }
        }
    }
}
