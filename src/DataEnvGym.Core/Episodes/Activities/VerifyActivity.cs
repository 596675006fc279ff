using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Has the judge verify the drafts of a shard within its share of the budget. Drafts without the right form cost nothing.</summary>
public sealed class VerifyActivity(EpisodeServices services) : IActivity<VerifyInput, VerifyOutput>
{
    /// <inheritdoc/>
    public async Task<VerifyOutput> RunAsync(VerifyInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var (spec, place) = (input.Spec, $"{input.Round}-{input.Shard}");
        var drafts = await services.Artifacts.ReadLinesAsync(input.Drafts, CoreJson.Default.Draft, cancellationToken);
        var form = new FormGate(spec.Curation);
        var wellFormed = drafts.Where(draft => form.Check(draft) is null).ToList();
        var verifier = new Verifier(
            spec.Curation.Verify!,
            services.OpenTask(spec.Task),
            services.Judge(spec.TeacherFor(TeacherRole.Judge), Rng.Derive(spec.Seed, "teacher")),
            input.Allowance,
            Rng.Derive(spec.Seed, "verify", $"iteration-{input.Iteration}", place));
        var found = await verifier.VerifyAsync(wellFormed, cancellationToken);
        var findings = new Dictionary<Draft, Finding>(wellFormed.Zip(found, KeyValuePair.Create), ReferenceEqualityComparer.Instance);
        var stored = await services.Artifacts.WriteLinesAsync(
            $"iteration-{input.Iteration:00}/findings-{place}.jsonl",
            drafts.Select(draft => findings.GetValueOrDefault(draft) ?? new(0, 0)),
            CoreJson.Default.Finding,
            cancellationToken);
        progress.Report(new WorkProgress(drafts.Count, drafts.Count, "drafts verified"));
        var calls = await CallLog.WriteAsync(
            services.Artifacts, $"iteration-{input.Iteration:00}/calls-verify-{place}.jsonl", verifier.Calls, spec, input.Iteration, cancellationToken);
        return new(stored, verifier.Spend, verifier.Malformed, verifier.AllowanceReached) { Calls = calls };
    }
}
