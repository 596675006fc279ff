namespace DataEnvGym.Core.Statistics;

/// <summary>An estimate with its confidence interval: 95 %, where nothing else is said.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Value, double Low, double High);
