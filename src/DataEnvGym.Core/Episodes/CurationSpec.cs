using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Episodes;

/// <summary>What an example must pass before it is trained on.</summary>
public sealed record CurationSpec
{
    /// <summary>Longest prompt, in characters.</summary>
    [Range(1, 1_000_000)]
    public int MaxPromptLength { get; init; } = 4000;

    /// <summary>Longest solution and answer together, in characters.</summary>
    [Range(1, 1_000_000)]
    public int MaxSolutionLength { get; init; } = 4000;

    /// <summary>An example that shares a run of so many words with an examined item is dropped; an equal prompt always is.</summary>
    [Range(3, 100)]
    public int ContaminationWords { get; init; } = 13;

    /// <summary>How often missing examples are ordered again.</summary>
    [Range(0, 10)]
    public int TopUps { get; init; } = 2;

    /// <summary>Drops questions that are nearly the same, word by word, as an examined or an earlier one. Left out, only equal ones are.</summary>
    public NearSpec? Near { get; init; }

    /// <summary>Drops questions that are made of the same pieces of words, in whatever order. Left out, none are.</summary>
    public SemanticSpec? Semantic { get; init; }

    /// <summary>Has the judge check the answers. Left out, the writer is believed.</summary>
    public VerifySpec? Verify { get; init; }

    /// <summary>Limits the examples that the student answers right already. Left out, it is not asked.</summary>
    public KnownSpec? Known { get; init; }

    /// <summary>Shows a person examples one by one while the run waits for approval; needs <c>approval</c> <c>before-training</c>. Left out, they are approved as a whole.</summary>
    public ReviewSpec? Review { get; init; }
}

/// <summary>When two questions are nearly the same.</summary>
/// <param name="Similarity">Jaccard similarity of their runs of three words from which on they are.</param>
/// <param name="MinWords">Questions with fewer words are not compared: short ones that ask different things look alike.</param>
public sealed record NearSpec([property: Range(0.3, 1.0)] double Similarity = 0.8, [property: Range(1, 1000)] int MinWords = 8);

/// <summary>When two questions are made of the same pieces of words.</summary>
/// <param name="Cosine">Cosine of their TF-IDF vectors of runs of characters from which on they are.</param>
/// <param name="MinWords">Questions with fewer words are not compared.</param>
public sealed record SemanticSpec([property: Range(0.3, 1.0)] double Cosine = 0.9, [property: Range(1, 1000)] int MinWords = 8);

/// <summary>How the judge checks answers.</summary>
/// <param name="Solutions">How often each question is solved again, at the most, by a judge that does not see the answer; 0 for never.</param>
/// <param name="Agree">How many solutions must have the example's answer.</param>
/// <param name="Rubric">Has the judge look at the whole example, too. Left out, it does not.</param>
/// <param name="Unverified">What becomes of examples for which the budget or the judge's answers do not suffice.</param>
public sealed record VerifySpec(
    [property: Range(0, 9)] int Solutions = 3,
    [property: Range(1, 9)] int Agree = 2,
    RubricSpec? Rubric = null,
    WhenInDoubt Unverified = WhenInDoubt.Keep);

/// <summary>How the judge looks at an example.</summary>
/// <param name="Text">What makes an example good, in words for the judge.</param>
/// <param name="Threshold">An example with a lower score, of 1 to 5, is dropped.</param>
public sealed record RubricSpec(string Text = RubricSpec.Default, [property: Range(2, 5)] int Threshold = 4)
{
    /// <summary>The rubric of a spec that does not give one.</summary>
    public const string Default =
        "5: the question is clear and complete, every step of the solution is true and needed, and the answer is right. 4: a blemish that misleads nobody. "
        + "3: unclear, or with a gap that a student could not fill. 2: a wrong step. 1: a wrong answer, or a question that cannot be answered.";
}

/// <summary>What becomes of an example of which nobody says that it is good or bad.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WhenInDoubt>))]
public enum WhenInDoubt
{
    /// <summary>It is kept, and counted.</summary>
    [JsonStringEnumMemberName("keep")]
    Keep,

    /// <summary>It is dropped.</summary>
    [JsonStringEnumMemberName("drop")]
    Drop,
}

/// <summary>How much the student may be taught that it knows.</summary>
/// <param name="Keep">Share of an order, rounded down, that may be examples whose question the student, as it is, answers like the example.</param>
public sealed record KnownSpec([property: Range(0.0, 1.0)] double Keep = 0.25);

/// <summary>Which examples a person is to look at.</summary>
/// <param name="Share">Share of the kept examples, drawn at random. Those that could not be verified, and those that the judge barely let pass, are shown besides.</param>
/// <param name="Unanswered">What becomes of those that nobody looked at by the time the iteration is approved of.</param>
public sealed record ReviewSpec([property: Range(0.0, 1.0)] double Share = 0.05, WhenInDoubt Unanswered = WhenInDoubt.Keep);
