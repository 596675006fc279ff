namespace DataEnvGym.Jobs.Tests.Support;

/// <summary>Stands for a process that ends in the middle of something.</summary>
internal sealed class Crash() : Exception("crash")
{
    public static void If(bool now)
    {
        if (now)
        {
            throw new Crash();
        }
    }

    /// <summary>Whether an action crashes.</summary>
    public static async Task<bool> HappensAsync(Func<Task> action)
    {
        try
        {
            await action();
            return false;
        }
        catch (Crash)
        {
            return true;
        }
    }
}
