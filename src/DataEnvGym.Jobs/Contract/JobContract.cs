namespace DataEnvGym.Jobs.Contract;

/// <summary>The contract between those who post jobs and workers, described in <c>docs/job-contract.md</c>.</summary>
public static class JobContract
{
    /// <summary>Names this version of it in every document and message.</summary>
    public const string Version = "dataenvgym.job/1";

    /// <summary>Most bytes of a document or message that is read.</summary>
    public const int LongestDocument = 48 * 1024;

    /// <summary>Highest number of an attempt.</summary>
    public const int MostAttempts = 999;
}
