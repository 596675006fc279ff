using DataEnvGym.Domains.Mathematics.Grading.Parity;

namespace DataEnvGym.Domains.Mathematics.Grading;

/// <summary>The graders that compare pairs of texts. A further one is one more line here.</summary>
public static class GraderCatalog
{
    private static readonly Dictionary<string, PairGrader> Graders = new PairGrader[]
    {
        new("gsm8k", FinalAnswerGrader.Instance.Name, Gsm8kAnswers.Compare),
        new("math", MathGrader.Instance.Name, MathAnswers.Compare),
        new("parity", ParityGrader.Instance.Name, ParityAnswers.Compare),
    }.ToDictionary(grader => grader.Name, StringComparer.Ordinal);

    /// <summary>The names of all graders, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Graders.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The grader with a name; nothing where there is none.</summary>
    public static PairGrader? Find(string name) => Graders.GetValueOrDefault(name);
}
