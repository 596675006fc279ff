namespace DataEnvGym.Students.Training;

/// <summary>What an optimizer takes from step to step.</summary>
/// <param name="Updates">Updates so far.</param>
/// <param name="Momentum">In the layout of the weights: AdamW's first moments, then Muon's momenta.</param>
/// <param name="Square">AdamW's second moments.</param>
internal sealed record OptimizerState(int Updates, float[] Momentum, float[] Square);
