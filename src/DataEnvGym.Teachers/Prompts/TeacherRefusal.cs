namespace DataEnvGym.Teachers.Prompts;

/// <summary>What the offline teacher answers to a request that it cannot read; fits no answer's schema.</summary>
internal sealed record TeacherRefusal(string Error);
