using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Estimates;

/// <summary>Costs the writing of one iteration's examples, top-ups included, with errors at real items.</summary>
internal sealed class WritingEstimate(EpisodeSpec spec, ITask task, IReadOnlyList<Item> items, IReadOnlyList<string> likelySkills)
{
    // What curation usually drops, which is ordered again.
    private const double UsualTopUp = 1.15;

    // Braces, field names and quotation marks of an example.
    private const int TokensPerForm = 14;

    // A student's token is rarely a longer word; JSON may double what it has to escape.
    private const int BytesPerStudentToken = 12;

    private const int LikelySubskills = 3;

    private readonly TeacherSpec teacher = spec.TeacherFor(TeacherRole.Writer);

    public Workload PerIteration()
    {
        var cost = new QuestionEstimate(teacher, TeacherJson.Default.WriteExamplesAnswer);
        var size = Math.Min(teacher.ExamplesPerCall, spec.ExamplesPerIteration);
        var output = size * (TokensPerForm + (int)items.Average(TokensOf));
        var rounds = 1 + spec.Curation.TopUps;
        return new(
            cost.Expected(Question(size, Shown(Typical, item => item.Solution ?? item.Reference), Seeds(Typical), likelySkills.FirstOrDefault()), output)
                .Times(LikelyQuestions() * (rounds > 1 ? UsualTopUp : 1)),
            cost.Worst(Question(size, Shown(Longest, _ => new string('"', task.MaxResponseTokens * BytesPerStudentToken / 2)), Seeds(Longest), new string('\u4E00', 2 * SkillName.MaxLength)))
                .Times(MostQuestions() * rounds));
    }

    private double LikelyQuestions()
    {
        var parts = spec.Environment == EnvironmentKind.SkillTree ? LikelySubskills : 1;
        var orders = spec.Environment == EnvironmentKind.OpenEnded ? 1 : Math.Clamp(likelySkills.Count * parts, 1, spec.ExamplesPerIteration);
        return orders * Math.Ceiling((double)spec.ExamplesPerIteration / orders / teacher.ExamplesPerCall);
    }

    // Each order may end in a call that is not full; at most each item has a skill of its own, and those without one have theirs.
    private int MostQuestions()
    {
        if (spec.Environment == EnvironmentKind.OpenEnded)
        {
            var orders = (int)Math.Ceiling((double)spec.ExamplesPerIteration / spec.Teacher.ExamplesPerCall);
            return orders * (int)Math.Ceiling((double)Math.Min(spec.Teacher.ExamplesPerCall, spec.ExamplesPerIteration) / teacher.ExamplesPerCall);
        }

        if (spec.Skills?.Source == SkillSource.File || spec.Environment == EnvironmentKind.SkillTree)
        {
            return spec.ExamplesPerIteration;
        }

        return Math.Min(spec.ExamplesPerIteration, (spec.ExamplesPerIteration / teacher.ExamplesPerCall) + items.Count + 1);
    }

    private ChatQuestion Question(int count, IReadOnlyList<ErrorToShow> errors, List<SeedToShow> seeds, string? skill) => TeacherPrompts.WriteExamples(
        task.Domain.Prompts, new WriteExamplesRequest(count, errors, $"iteration-1000/order-{spec.ExamplesPerIteration}/round-{spec.Curation.TopUps}/call-{spec.ExamplesPerIteration}")
        {
            Skill = spec.Environment == EnvironmentKind.OpenEnded ? null : skill,
            Seeds = seeds.Count == 0 ? null : seeds,
        });

    private List<ErrorToShow> Shown(Func<int, IEnumerable<Item>> choose, Func<Item, string> respond)
    {
        var count = spec.Agent.Kind == AgentKind.Teacher ? Math.Min(TeacherDataEngine.ErrorsPerCall, spec.Agent.ErrorsPerOrder) : 0;
        return [.. choose(count).Select(item => new ErrorToShow(item.Prompt, respond(item), item.Reference))];
    }

    // The training items that will be shown are like those of the exam.
    private List<SeedToShow> Seeds(Func<int, IEnumerable<Item>> choose) => spec.Agent.Kind == AgentKind.Seeded
        ? [.. choose(Math.Min(TeacherDataEngine.ErrorsPerCall, spec.Agent.ErrorsPerOrder)).Select(SeedToShow.Of)]
        : [];

    private IEnumerable<Item> Typical(int count) => items.OrderBy(TokensOf).Skip((items.Count / 2) - Math.Min(items.Count / 2, count / 2)).Take(count);

    private IEnumerable<Item> Longest(int count) => items.OrderByDescending(item => TokenEstimate.AtMost(item.Prompt) + TokenEstimate.AtMost(item.Solution ?? "") + TokenEstimate.AtMost(item.Reference)).Take(count);

    private static int TokensOf(Item item) =>
        TokenEstimate.Typical(item.Prompt) + TokenEstimate.Typical(item.Reference) + TokenEstimate.Typical(item.Solution ?? item.Prompt);
}
