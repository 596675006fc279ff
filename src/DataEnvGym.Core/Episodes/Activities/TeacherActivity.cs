using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>The output of an activity that asks a teacher.</summary>
/// <typeparam name="TSelf">The output itself.</typeparam>
public interface ITeacherOutput<TSelf>
{
    /// <summary>Why the teacher did not answer; if so, nothing but <see cref="Spend"/> is set besides.</summary>
    string? Away { get; }

    /// <summary>What was spent.</summary>
    Spend Spend { get; }

    /// <summary>The output of an activity whose teacher stayed away.</summary>
    /// <param name="reason">Why it did not answer.</param>
    /// <param name="spent">What was spent before.</param>
    static abstract TSelf WhileAway(string reason, Spend spent);
}

/// <summary>
/// Makes a teacher that stays away a result in place of a failure: the workflow waits for it, and a run that fails later is not taken back to it. Its answers so
/// far are kept, so that the next call of the activity goes on from there.
/// </summary>
internal sealed class TeacherActivity<TIn, TOut>(IActivity<TIn, TOut> inner) : IActivity<TIn, TOut>
    where TOut : ITeacherOutput<TOut>
{
    public async Task<TOut> RunAsync(TIn input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            return await inner.RunAsync(input, progress, cancellationToken);
        }
        catch (TeacherUnavailableException away)
        {
            return TOut.WhileAway(away.Message, away.Spent);
        }
    }
}
