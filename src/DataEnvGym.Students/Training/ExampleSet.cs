using DataEnvGym.Core.Students;

namespace DataEnvGym.Students.Training;

/// <summary>The examples of a training.</summary>
/// <param name="Usable">Those that fit the student's context.</param>
/// <param name="Skipped">How many do not.</param>
internal sealed record ExampleSet(IReadOnlyList<EncodedExample> Usable, int Skipped)
{
    public static ExampleSet From(IReadOnlyCollection<TrainingText> texts, int context)
    {
        var usable = texts.Select(EncodedExample.From).Where(example => example.Length <= context).ToList();
        return new ExampleSet(usable, texts.Count - usable.Count);
    }
}
