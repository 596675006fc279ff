using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Tests.Statistics;

public sealed class LearningCurveTests
{
    // The examples of NumPy's trapezoid (y = 1, 2, 3 over x = 4, 6, 8 has the area 8) and of MATLAB's trapz (1, 4, 9, 16, 25 with unit spacing has 42).
    [Fact]
    public void Area_PublishedExamples_GivesTheirAreaByWidth()
    {
        LearningCurve.Area([(4, 1), (6, 2), (8, 3)], 8).ShouldBe(8 / 4.0, 1e-12);
        LearningCurve.Area([(1, 1), (2, 4), (3, 9), (4, 16), (5, 25)], 5).ShouldBe(42 / 4.0, 1e-12);
    }

    [Fact]
    public void Area_RoseEarlier_HasMore() =>
        LearningCurve.Area([(0, 0.2), (100, 0.8), (200, 0.8)], 200).ShouldBeGreaterThan(LearningCurve.Area([(0, 0.2), (100, 0.3), (200, 0.8)], 200));

    [Fact]
    public void Area_StoppedBeforeTheEnd_KeepsItsHeight() => LearningCurve.Area([(0, 0), (100, 1)], 200).ShouldBe(0.75, 1e-12);

    [Fact]
    public void Area_OnePoint_IsItsHeight()
    {
        LearningCurve.Area([(0, 0.4)], 0).ShouldBe(0.4);
        LearningCurve.Area([(0, 0.4)], 50).ShouldBe(0.4);
    }

    // Two examinations after as many examples: a step up.
    [Fact]
    public void Area_SameX_AddsNothing() => LearningCurve.Area([(0, 0.2), (100, 0.2), (100, 0.6), (200, 0.6)], 200).ShouldBe(0.4, 1e-12);

    [Fact]
    public void Area_NoCurve_Throws()
    {
        Should.Throw<ArgumentException>(() => LearningCurve.Area([], 1));
        Should.Throw<ArgumentException>(() => LearningCurve.Area([(0, 1), (2, 1), (1, 1)], 2));
        Should.Throw<ArgumentException>(() => LearningCurve.Area([(0, 1), (2, 1)], 1));
    }
}
