using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Has the judge verify the drafts of a shard within its share of the budget. Drafts that a gate drops anyway, whatever the judge says, are spared it.</summary>
public sealed class VerifyActivity(EpisodeServices services) : IActivity<VerifyInput, VerifyOutput>
{
    /// <inheritdoc/>
    public async Task<VerifyOutput> RunAsync(VerifyInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var (spec, place) = (input.Spec, $"{input.Round}-{input.Shard}");
        var drafts = await services.Artifacts.ReadLinesAsync(input.Drafts, CoreJson.Default.Draft, cancellationToken);
        var keeper = await GateKeeper.ReadAsync(services, spec, input.Earlier, cancellationToken);
        var check = await keeper.CheckAsync(drafts, new Dictionary<Draft, Finding>(), cancellationToken);
        var gates = keeper.OpenWithoutOpinions(check);
        List<Draft> open = [.. drafts.Where(draft => gates.All(gate => gate.Check(draft) is null))];
        var verifier = new Verifier(
            spec.Curation.Verify!,
            services.OpenTask(spec.Task),
            services.Judge(spec.TeacherFor(TeacherRole.Judge), Rng.Derive(spec.Seed, "teacher")),
            input.Allowance,
            Rng.Derive(spec.Seed, "verify", $"iteration-{input.Iteration}", place));
        var found = await verifier.VerifyAsync(open, cancellationToken);
        var findings = new Dictionary<Draft, Finding>(open.Zip(found, KeyValuePair.Create), ReferenceEqualityComparer.Instance);
        var stored = await services.Artifacts.WriteLinesAsync(
            $"iteration-{input.Iteration:00}/findings-{place}.jsonl",
            drafts.Select(draft => findings.GetValueOrDefault(draft) ?? new(0, 0) { Check = check.GetValueOrDefault(draft) }),
            CoreJson.Default.Finding,
            cancellationToken);
        progress.Report(new WorkProgress(drafts.Count, drafts.Count, "drafts verified"));
        var calls = await CallLog.WriteAsync(
            services.Artifacts, $"iteration-{input.Iteration:00}/calls-verify-{place}.jsonl", verifier.Calls, spec, input.Iteration, cancellationToken);
        return new(stored, verifier.Spend, verifier.Malformed, verifier.AllowanceReached) { Calls = calls };
    }
}
