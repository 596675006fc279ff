using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Mathematics.Procedural;

/// <summary>The procedural math benchmark.</summary>
/// <param name="sizes">Items per skill and split.</param>
public sealed class ProceduralMathTask(SplitSizes sizes)
    : ProceduralTask(ProceduralMath.Benchmark, MathDomain.ShortProblems, FinalAnswerGrader.Instance, 96, sizes);
