using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes;

/// <summary>Which fields of curation go together.</summary>
internal static class CurationRules
{
    /// <summary>What is wrong with the curation of a spec.</summary>
    public static IEnumerable<string> Check(EpisodeSpec spec)
    {
        if (spec.Curation.Review is not null && spec.Approval != ApprovalGate.BeforeTraining)
        {
            yield return "curation.review: nobody is asked before training; set approval to \"before-training\", or leave curation.review out.";
        }

        if (spec.Curation.Verify is not { } verify)
        {
            yield break;
        }

        if (spec.Agent.Kind == AgentKind.Selection)
        {
            yield return "curation.verify: agent.kind \"selection\" takes the task's own items, whose answers need no second opinion; leave it out.";
        }

        if (verify.Solutions > 0 && verify.Agree > verify.Solutions)
        {
            yield return $"curation.verify.agree: {verify.Agree} solutions cannot agree when each question is solved {verify.Solutions} times; set it to {verify.Solutions} at the most.";
        }

        if (verify.Solutions == 0 && verify.Rubric is null)
        {
            yield return "curation.verify: with solutions 0 and no rubric nothing is verified; set curation.verify.rubric to {}, or leave curation.verify out.";
        }

        if (spec.Task.Name == "gsm8k" && spec.TeacherFor(TeacherRole.Judge).Kind == TeacherKinds.Offline)
        {
            yield return "teachers.judge.kind: the offline teacher knows the procedural tasks alone and cannot verify examples for gsm8k; name another, or leave curation.verify out.";
        }
    }
}
