using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Teachers.Offline;

/// <summary>Makes answers that look right and are not.</summary>
internal static class WrongAnswer
{
    private const int Tries = 50;

    /// <summary>A wrong answer to a problem: one digit changed, or another problem's answer where there is no digit.</summary>
    public static string To(Problem problem, Rng rng)
    {
        var digits = Enumerable.Range(0, problem.Answer.Length).Where(i => char.IsAsciiDigit(problem.Answer[i])).ToList();
        return digits.Count > 0 ? WithDigitChanged(problem.Answer, rng.Pick(digits), rng) : OtherAnswer(problem, rng);
    }

    private static string WithDigitChanged(string answer, int position, Rng rng)
    {
        var digit = (char)('0' + ((answer[position] - '0' + rng.Between(1, 9)) % 10));
        return $"{answer[..position]}{digit}{answer[(position + 1)..]}";
    }

    private static string OtherAnswer(Problem problem, Rng rng)
    {
        for (var i = 0; i < Tries; i++)
        {
            var other = problem.Skill.GenerateTraining(rng, problem.Level).Answer;
            if (other != problem.Answer)
            {
                return other;
            }
        }

        return $"not {problem.Answer}";
    }
}
