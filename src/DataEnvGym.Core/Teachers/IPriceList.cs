using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Teachers;

/// <summary>Knows what some models cost.</summary>
public interface IPriceList
{
    /// <summary>The price of a teacher, with where it comes from; nothing if it is not in the list.</summary>
    TokenPrice? Find(TeacherSpec teacher);
}

/// <summary>Puts prices into specs.</summary>
public static class PriceLists
{
    /// <summary>The spec with a price for each teacher that has none of its own and is in the list. So a run keeps the prices that it began with.</summary>
    public static EpisodeSpec Fill(this IPriceList prices, EpisodeSpec spec)
    {
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentNullException.ThrowIfNull(spec);
        return spec with
        {
            Teacher = Priced(spec.Teacher)!,
            Teachers = spec.Teachers is { } roles
                ? roles with { Labeller = Priced(roles.Labeller), Planner = Priced(roles.Planner), Judge = Priced(roles.Judge) }
                : null,
        };

        TeacherSpec? Priced(TeacherSpec? teacher) =>
            teacher is { Price.IsSet: false } && prices.Find(teacher) is { } price ? teacher with { Price = price } : teacher;
    }
}
