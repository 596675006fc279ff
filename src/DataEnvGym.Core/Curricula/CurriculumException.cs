using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Curricula;

/// <summary>A wish about a curriculum cannot be met. The message says why and what to do.</summary>
/// <param name="problem">What kind of problem.</param>
/// <param name="message">One sentence for people.</param>
public sealed class CurriculumException(CurriculumProblem problem, string message) : PermanentException(message)
{
    /// <summary>What kind of problem.</summary>
    public CurriculumProblem Problem { get; } = problem;
}

/// <summary>Why a wish about a curriculum cannot be met.</summary>
public enum CurriculumProblem
{
    /// <summary>There is no such curriculum.</summary>
    NotFound,

    /// <summary>There is one of that id already, a run of it is going, or someone else changed it in the same moment.</summary>
    Conflict,

    /// <summary>The wish itself is wrong.</summary>
    Invalid,
}
