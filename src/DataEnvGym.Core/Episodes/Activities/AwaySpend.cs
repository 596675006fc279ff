using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Keeps count of what work had spent when its teacher stayed away.</summary>
internal static class AwaySpend
{
    /// <summary>The same work, whose failure also counts what was spent before it.</summary>
    public static async Task<T> AfterSpending<T>(this Task<T> work, Spend before)
    {
        try
        {
            return await work;
        }
        catch (TeacherUnavailableException away)
        {
            away.Spent += before;
            throw;
        }
    }
}
