using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class AddToClock() : SkillOf<(int Hour, int Minute, int Hours, int Minutes)>(
    "add-to-clock",
    "Add a span of time to a twelve-hour clock: 7:45+35m, 7:45+6h35m.",
    ["minutes within the hour", "minutes past the hour", "hours and minutes"],
    @"([0-9]{1,2}):([0-9]{2})\+(?:([0-9])h)?([0-9]{1,2})m")
{
    protected override (int Hour, int Minute, int Hours, int Minutes) Draw(Rng rng, int level) => level == 3
        ? (rng.Between(1, 9), rng.Next(60), rng.Between(1, 9), rng.Between(2, 59))
        : (rng.Between(1, 12), rng.Next(60), 0, rng.Between(2, 59));

    protected override (int Hour, int Minute, int Hours, int Minutes)? Read(Match match) =>
        (match.Number(1), match.Number(2), match.Groups[3].Success ? match.Number(3) : 0, match.Number(4));

    protected override int LevelOf((int Hour, int Minute, int Hours, int Minutes) content)
    {
        var (hour, minute, hours, minutes) = content;
        if (hour is < 1 or > 12 || minute > 59 || minutes is < 2 or > 59 || (hours > 0 && hour > 9))
        {
            return 0;
        }

        return hours > 0 ? 3 : minute + minutes < 60 ? 1 : 2;
    }

    protected override Written Write((int Hour, int Minute, int Hours, int Minutes) content)
    {
        var (hour, minute, hours, minutes) = content;
        var sum = minute + minutes;
        var carry = sum / 60;
        var late = hour + hours + carry;
        var span = hours > 0 ? $"{hours}h{minutes}m" : $"{minutes}m";
        var prompt = $"{hour}:{minute:D2}+{span}";
        return new(
            prompt,
            Steps(
                Columns.Add(minute, minutes),
                carry > 0 ? $"{sum / 10}-6={(sum / 10) - 6}" : "",
                hours > 0 ? $"{hour}+{hours}{(carry > 0 ? "+1" : "")}={late}" : carry > 0 ? Columns.Add(hour, 1) : "",
                late > 12 ? Columns.Subtract(late, 12) : ""),
            $"{(late > 12 ? late - 12 : late)}:{sum % 60:D2}",
            prompt);
    }
}
