using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Procedural;

/// <summary>
/// Gives every problem its split for ever, from its skill and key alone: 70 % of the keys train, 8 % probe, 8 % select, 14 % test. So no
/// generator, whatever its seed, can make a training problem that is also an exam problem.
/// </summary>
public static class SplitAssigner
{
    private const uint TrainShare = 70;
    private const uint ProbeShare = 8;
    private const uint SelectShare = 8;

    /// <summary>The split of a problem.</summary>
    public static Split SplitOf(Problem problem) => SplitOf(problem.Skill.Name, problem.Key);

    /// <summary>The split of a key of a skill.</summary>
    /// <param name="skill">The skill's name.</param>
    /// <param name="key">See <see cref="Problem.Key"/>.</param>
    public static Split SplitOf(string skill, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{skill}\n{key}"));
        var percent = BinaryPrimitives.ReadUInt32LittleEndian(hash) % 100;
        return percent switch
        {
            < TrainShare => Split.Train,
            < TrainShare + ProbeShare => Split.Probe,
            < TrainShare + ProbeShare + SelectShare => Split.Select,
            _ => Split.Test,
        };
    }
}
